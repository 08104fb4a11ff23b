// Which words of a prompt ask for which scene, mood and detail. A table only; prompt-reading.ts reads it.
// Latin words match whole words and their plurals; Chinese and Japanese ones match anywhere.

export const sceneKinds = [
  'neon',
  'ridges',
  'skyline',
  'aurora',
  'nebula',
  'forest',
  'silk',
  'lanterns',
  'ocean',
  'clouds',
  'field',
  'jelly',
  'flower',
  'corridor',
  'cabin',
  'dunes',
  'torii',
  'horizon',
  'studio',
] as const;

export type SceneKind = (typeof sceneKinds)[number];

export const moods = [
  'dawn',
  'day',
  'dusk',
  'night',
  'storm',
  'winter',
  'red',
  'gold',
  'green',
  'teal',
  'blue',
  'purple',
  'pink',
  'mono',
] as const;

export type Mood = (typeof moods)[number];

export const details = [
  'rain',
  'snow',
  'figure',
  'balloon',
  'lake',
  'boat',
  'moon',
  'lighthouse',
  'fireflies',
  'planet',
  'ink',
  'stars',
  'birds',
  'petals',
  'embers',
] as const;

export type Detail = (typeof details)[number];

/** `main` words decide; `side` words tip the balance. */
export const sceneWords: Readonly<Record<SceneKind, { main: string; side: string }>> = {
  neon: {
    main: 'neon, cyberpunk, umbrella, shibuya, blade runner, alley, 霓虹, 赛博朋克, ネオン, 渋谷, 路地, 雨伞, 傘',
    side: 'street, city, tokyo, rain, rainy, sign, wet, crosswalk, noir, detective, 街, 街道, 城市, 雨, 東京, 东京',
  },
  ridges: {
    main: 'mountain, ridge, valley, peak, summit, alps, himalaya, hill, balloon, canyon, hiker, lake, dragon, eagle, 山, 山脉, 湖, 热气球, 気球, 峰, 龙',
    side: 'mist, misty, fog, landscape, sunrise, panorama, horizon, nature, castle, 雾, 霧, 日出, 风景, 風景',
  },
  skyline: {
    main: 'skyline, skyscraper, harbour, harbor, downtown, manhattan, cityscape, metropolis, shanghai, hong kong, singapore, 天际线, 高楼, 港, 摩天, 上海, 香港, 夜景, スカイライン',
    side: 'city, bridge, river, building, urban, tower, blue hour, boat, ferry, 城市, 都市',
  },
  aurora: {
    main: 'aurora, northern lights, fjord, iceland, norway, arctic, borealis, polar, whale, 极光, 極光, オーロラ, 北极',
    side: 'night sky, ice, glacier, green, stars, 夜空, 冰',
  },
  nebula: {
    main: 'nebula, galaxy, planet, space, cosmos, cosmic, astronaut, saturn, jupiter, universe, spaceship, alien, mars, 宇宙, 星云, 银河, 行星, 太空, 惑星, 銀河',
    side: 'star, stars, orbit, rocket, moon, sci-fi, 星, 月',
  },
  forest: {
    main: 'forest, wood, woods, jungle, redwood, bamboo, deer, fox, moss, firefly, fireflies, fairy, elf, 森林, 树林, 竹, 森, 鹿, 狐',
    side: 'tree, trees, path, fog, sunbeam, leaves, wolf, light shafts, magical, 树, 木, 光',
  },
  silk: {
    main: 'silk, fabric, abstract, ink, liquid, fluid, paint, satin, chrome, marble, smoke, cloth, 丝绸, 绸, 墨, 水墨, 抽象, 絹, 抽象的',
    side: 'flow, flowing, swirl, texture, macro, gradient, wave, music, fashion, 流',
  },
  lanterns: {
    main: 'lantern, festival, lanterns, celebration, new year, diwali, fireworks, wish, 灯笼, 孔明灯, 灯会, 節, 灯籠, 祭, 元宵, 中秋, 花火',
    side: 'candle, warm, glow, river, night market, crowd, 灯, 夜',
  },
  ocean: {
    main: 'ocean, sea, lighthouse, beach, surf, surfer, sail, sailboat, ship, coast, island, waves, pirate, dolphin, 海, 大海, 灯塔, 海洋, 灯台, 波, 海浜, 帆',
    side: 'wave, sunset, storm, water, horizon, cliff, boat, sand, 日落, 夕日, 浪',
  },
  clouds: {
    main: 'cloud, clouds, sky, airplane, plane, flying, heaven, bird, angel, flight, 云, 云海, 天空, 雲, 空, 飞行',
    side: 'above, dream, dreamy, soft, sunlight, glide, wing, 梦, 夢',
  },
  field: {
    main: 'lavender, field, meadow, wheat, farm, provence, vineyard, prairie, horse, rural, 薰衣草, 田野, 草原, 麦田, ラベンダー, 畑',
    side: 'summer, countryside, picnic, sunset, tractor, girl, running, 夏, 马',
  },
  jelly: {
    main: 'jellyfish, underwater, reef, coral, deep sea, aquarium, fish, turtle, mermaid, octopus, diver, 水母, 海底, 珊瑚, クラゲ, 海月, 鱼, 魚, 水族館',
    side: 'glow, glowing, bioluminescent, bioluminescence, ocean, sea, float, translucent, 发光',
  },
  flower: {
    main: 'flower, rose, bloom, blooming, blossom, petal, peony, dahlia, lotus, garden, tulip, bouquet, butterfly, bee, 花, 玫瑰, 莲, 牡丹, 薔薇, 咲く, 蝴蝶',
    side: 'spring, macro, botanical, dew, time lapse, timelapse, 春',
  },
  corridor: {
    main: 'corridor, airlock, tunnel, spaceship interior, portal, wormhole, hallway, robot, android, hyperspace, warp, cyborg, data center, 走廊, 隧道, 机器人, ロボット, トンネル',
    side: 'futuristic, sci-fi, scifi, technology, station, laboratory, light speed, digital, 未来, 科幻',
  },
  cabin: {
    main: 'cabin, winter, snow, snowy, cottage, christmas, chalet, ski, snowfall, santa, reindeer, 雪, 冬, 小屋, 圣诞, クリスマス, 木屋',
    side: 'cozy, cosy, window, fireplace, pine, cold, house, warm light, 家, 窗',
  },
  dunes: {
    main: 'desert, dune, dunes, sahara, camel, caravan, oasis, sand, arid, pyramid, 沙漠, 沙丘, 骆驼, 砂漠, 砂丘',
    side: 'heat, wind, golden, nomad, dust, sun, 金色',
  },
  torii: {
    main: 'torii, temple, shrine, sakura, cherry blossom, fuji, samurai, kyoto, geisha, pagoda, japanese, japan, koi, 鸟居, 鳥居, 神社, 樱花, 桜, 富士, 武士, 侍, 京都, 寺',
    side: 'zen, petals, garden, spring, lake, blossom, 日本, 禅, 春',
  },
  horizon: {
    main: 'synthwave, retro, vaporwave, outrun, eighties, 80s, highway, road, car, drive, driving, racing, motorcycle, sports car, 公路, 汽车, 赛车, 复古, 車, ドライブ, 高速',
    side: 'sunset, grid, neon, speed, night, arcade, game, 速度',
  },
  studio: {
    main: 'product, studio, plaster, arch, arches, sphere, spheres, ceramic, vase, perfume, bottle, watch, minimal, minimalist, geometric, sculpture, pottery, cosmetics, jewelry, coffee, cup, food, cake, 产品, 陶瓷, 香水, 球, 极简, 商品, 花瓶, 珈琲, 咖啡',
    side: 'render, 3d, soft light, still life, clean, commercial, pedestal, glass, gold, 静物',
  },
};

export const moodWords: Readonly<Record<Mood, string>> = {
  dawn: 'dawn, sunrise, morning, daybreak, early light, 黎明, 清晨, 日出, 早晨, 朝, 夜明け',
  day: 'day, noon, daylight, sunny, bright, midday, summer, 白天, 晴, 阳光, 昼',
  dusk: 'dusk, sunset, golden hour, evening, twilight, 黄昏, 日落, 夕阳, 傍晚, 夕方, 夕日, 夕暮れ',
  night: 'night, midnight, dark, moonlight, moonlit, nocturnal, starry, 夜, 夜晚, 深夜, 月光, 星空',
  storm:
    'storm, stormy, thunder, lightning, tempest, dramatic, gloomy, rainy, 暴风雨, 雷, 风暴, 嵐',
  winter: 'winter, snow, snowy, ice, icy, frozen, cold, frost, 冬, 雪, 冰, 寒, 氷',
  red: 'red, crimson, scarlet, ruby, fire, fiery, lava, blood, 红, 赤, 火',
  gold: 'gold, golden, amber, yellow, honey, orange, autumn, fall, warm, 金, 金色, 橙, 秋, 黄',
  green: 'green, emerald, lush, mint, jade, moss, 绿, 翠, 緑',
  teal: 'teal, cyan, turquoise, aqua, aquamarine, 青, 青色',
  blue: 'blue, azure, cobalt, indigo, sapphire, cool, 蓝, 藍',
  purple: 'purple, violet, lavender, magenta, ultraviolet, 紫',
  pink: 'pink, rose, coral, pastel, peach, blush, 粉, 桃, ピンク',
  mono: 'monochrome, black and white, noir, grey, gray, silver, white, pearl, 黑白, 白色, 银, 灰, 白黒',
};

export const detailWords: Readonly<Record<Detail, string>> = {
  rain: 'rain, rainy, raining, drizzle, downpour, wet, storm, 雨',
  snow: 'snow, snowy, snowfall, snowing, blizzard, snowflake, 雪',
  figure:
    'person, man, woman, girl, boy, figure, astronaut, traveler, traveller, wanderer, hiker, samurai, walker, child, detective, monk, 人, 女孩, 男孩, 少女, 少年, 女, 男',
  balloon: 'balloon, hot air balloon, 热气球, 気球',
  lake: 'lake, reflection, pond, river, mirror, water, 湖, 倒影, 水面, 河',
  boat: 'boat, sailboat, ship, sail, yacht, canoe, ferry, pirate, 船, 帆, 舟',
  moon: 'moon, moonlight, moonlit, lunar, 月',
  lighthouse: 'lighthouse, beacon, 灯塔, 灯台',
  fireflies: 'firefly, fireflies, fairy, magical, magic, enchanted, glowing, 萤火虫, 蛍, 魔法',
  planet: 'planet, saturn, jupiter, ring, rings, mars, gas giant, 行星, 土星, 惑星',
  ink: 'ink, smoke, watercolor, watercolour, 墨, 水墨, 烟',
  stars: 'star, stars, starry, milky way, 星, 星空, 银河',
  birds: 'bird, birds, seagull, gull, crane, geese, flock, eagle, 鸟, 鳥',
  petals: 'petal, petals, sakura, cherry blossom, blossom, confetti, 花瓣, 樱花, 桜',
  embers: 'ember, embers, fire, fiery, spark, sparks, ash, campfire, lava, 火, 火花',
};
