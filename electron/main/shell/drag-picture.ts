// What hangs at the pointer while files are dragged out: a card with a Play sign, 48 by 32. macOS begins no drag without a picture.

export const dragPicture = [
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAADAAAAAgCAYAAABU1PscAAAAbUlEQVR42u3YMQrAIAyF4RzIoXPvfxvBrbOdFBen',
  'Nk9C/sDb/SDEELOlynXXCLFdATgBiPLoLQYAAAAAZmp7enjASHiACuEKUEAkAE+EDOAFkQP+hgBI00KMUT6yLKsE6zQAAACSAbiNAvgGeAEs84',
  'y80MUWhwAAAABJRU5ErkJggg==',
].join('');
