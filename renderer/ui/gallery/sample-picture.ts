// A picture to show posters with: hills at dusk, drawn as an SVG address. Sample content, so its colours are its own.

export function samplePicture(width: number, height: number): string {
  const hill = (level: number, shade: string) => {
    const y = height * level;
    const points = Array.from({ length: 13 }, (_, index) => {
      const x = (width * index) / 12;
      return `${x},${y - Math.sin(index * (1.3 + level)) * height * 0.06}`;
    });
    return `<polygon fill="${shade}" points="0,${height} ${points.join(' ')} ${width},${height}"/>`;
  };
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
    <linearGradient id="s" x2="0" y2="1"><stop stop-color="#3d4a86"/><stop offset=".6" stop-color="#d99a86"/></linearGradient>
    <rect width="${width}" height="${height}" fill="url(#s)"/>
    <circle cx="${width * 0.64}" cy="${height * 0.46}" r="${height * 0.07}" fill="#fff3e4"/>
    ${hill(0.6, '#a9707a')}${hill(0.72, '#6d4a66')}${hill(0.86, '#241d3d')}
  </svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}
