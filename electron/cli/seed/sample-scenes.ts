// What the clips of a seeded library show: scenes with the phrases that people write for them, in several languages. A table only.

export type Words = readonly [string, ...string[]];

export interface Scene {
  /** Drawn by the demonstration renderer from these words. */
  readonly picture: string;
  readonly titles: Words;
  readonly subjects: Words;
}

export const scenes: readonly [Scene, ...Scene[]] = [
  {
    picture: 'neon street in the rain',
    titles: ['Neon rain', 'Night market', 'Shibuya, 2 am'],
    subjects: [
      'A neon city in the rain, wet asphalt full of signs',
      'A woman with a clear umbrella under neon signs',
      '霓虹城市的雨夜，湿漉漉的街道映出招牌的光',
      'ネオンの路地、雨に濡れた石畳を猫が横切る',
    ],
  },
  {
    picture: 'mountain ridges in fog with a hot air balloon',
    titles: ['Ridges at dawn', 'Balloons', 'First light'],
    subjects: [
      'Mountain ridges in layers of fog, a balloon drifting between them',
      'A hiker on a ridge above the clouds',
      '晨雾中的群山，一只热气球缓缓升起',
    ],
  },
  {
    picture: 'skyline over the harbour with a ferry',
    titles: ['Harbour', 'Last ferry', 'Blue hour'],
    subjects: [
      'The skyline over a harbour, a ferry leaving a silver wake',
      'Skyscrapers lit one by one as the sky goes dark',
      '上海天际线，江面上的渡轮驶过',
    ],
  },
  {
    picture: 'aurora over a fjord',
    titles: ['Aurora', 'Fjord, still water'],
    subjects: [
      'An aurora over a fjord, green light in still water',
      'Northern lights above a wooden church in the snow',
      'フィヨルドに揺れるオーロラ、静かな水面',
    ],
  },
  {
    picture: 'nebula with a planet',
    titles: ['Nebula', 'Beyond Saturn'],
    subjects: [
      'A violet nebula behind a ringed planet',
      'An astronaut drifting past a small red moon',
      '紫色星云与带环的行星',
    ],
  },
  {
    picture: 'forest with fireflies and a path',
    titles: ['Old forest', 'Fireflies', 'Fox path'],
    subjects: [
      'A birch forest with light shafts and moss on the stones',
      'Fireflies over a path between ferns',
      '竹林深处的小路，阳光一缕缕落下',
    ],
  },
  {
    picture: 'silk in liquid light',
    titles: ['Silk study', 'Ink and chrome'],
    subjects: [
      'Silk folding in slow waves, copper and teal',
      'Ink unrolling in clear water, macro',
      '丝绸如水般流动，金色与深蓝',
    ],
  },
  {
    picture: 'paper lanterns over a river',
    titles: ['Lanterns', 'Festival night'],
    subjects: [
      'Paper lanterns rising over a river at the festival',
      'A child letting go of a lantern, faces lit from below',
      '元宵灯会，成千上万的孔明灯飘向夜空',
    ],
  },
  {
    picture: 'lighthouse on a cliff above the ocean',
    titles: ['Lighthouse', 'Storm front', 'The last keeper'],
    subjects: [
      'A lighthouse on a cliff, waves breaking white below',
      'A sailboat running before the storm, gulls around the mast',
      '静かな海、灯台の光が波をなでる',
    ],
  },
  {
    picture: 'above the clouds with birds',
    titles: ['Above the clouds', 'Glide'],
    subjects: [
      'Gliding above a sea of clouds at sunrise',
      'Cranes flying past the sun in a thin line',
      '云海之上，飞鸟掠过金色的太阳',
    ],
  },
  {
    picture: 'lavender field in summer',
    titles: ['Lavender', 'Harvest'],
    subjects: [
      'Lavender fields to the horizon, one old tree',
      'A girl running through wheat, backlit dust',
      'ラベンダー畑を渡る夏の風',
    ],
  },
  {
    picture: 'jellyfish underwater',
    titles: ['Jellyfish', 'Deep, glowing'],
    subjects: [
      'A translucent jellyfish glowing in the deep',
      'A diver between pillars of light, fish scattering',
      '海月が暗い海をゆっくりと漂う',
    ],
  },
  {
    picture: 'flower blooming with petals',
    titles: ['Peony', 'Bloom'],
    subjects: [
      'A peony opening in time lapse, dew on every petal',
      'Petals falling past the lens in slow motion',
      '牡丹在晨光中绽放，露珠滑落',
    ],
  },
  {
    picture: 'cabin in the snow with warm windows',
    titles: ['Cabin', 'First snow'],
    subjects: [
      'A cabin in deep snow with one warm window',
      'A red tram climbing a snowy street at night',
      '雪の中の小屋、窓に灯るあたたかな光',
    ],
  },
  {
    picture: 'desert dunes with a caravan',
    titles: ['Red dunes', 'Caravan'],
    subjects: [
      'Red dunes with a caravan on the crest, long shadows',
      'Wind drawing lines into the sand, extreme wide',
      '金色沙漠中的骆驼队',
    ],
  },
  {
    picture: 'torii gate with cherry blossom',
    titles: ['Torii', 'Sakura'],
    subjects: [
      'A torii gate in a lake, cherry petals on the water',
      'Lantern light on a temple stair after rain',
      '桜の花びらが舞う神社の参道',
    ],
  },
  {
    picture: 'synthwave highway with a car',
    titles: ['Outrun', 'Highway 80'],
    subjects: [
      'A sports car on an endless neon highway',
      'Retro sunset over a chrome grid, film grain',
      '复古霓虹公路，跑车驶向落日',
    ],
  },
];

export const moments: Words = [
  'at dawn',
  'at dusk',
  'in the rain',
  'under stars',
  'in thick fog',
  'in golden light',
  'after the storm',
  'in the first snow',
];

export const cameras: Words = [
  'slow dolly in',
  'aerial shot, descending',
  'handheld, close',
  'locked-off wide',
  'orbit to the left',
  'macro, shallow focus',
  'crane up',
  'tracking from the side',
];

export const styles: Words = [
  '35 mm film, fine grain',
  'anamorphic, soft flares',
  'documentary, natural light',
  'high contrast, deep blacks',
  'pastel, hazy',
  'hyper real, 8k textures',
];
