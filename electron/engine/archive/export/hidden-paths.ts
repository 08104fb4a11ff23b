// Takes the names of this computer's folders out of text that the app wrote, such as an error message with a path in it.

export interface HiddenFolder {
  readonly path: string;
  readonly placeholder: string;
}

/** Longest first, so that a library inside the home folder is called by its own name. */
export function createPathHider(folders: readonly HiddenFolder[]): (text: string) => string {
  const wanted = folders
    .filter(({ path }) => path.length > 1)
    .flatMap(({ path, placeholder }) => [
      { path, placeholder },
      { path: JSON.stringify(path).slice(1, -1), placeholder },
      { path: path.replaceAll('\\', '/'), placeholder },
    ])
    .sort((left, right) => right.path.length - left.path.length);
  return (text) =>
    wanted.reduce((hidden, { path, placeholder }) => hidden.replaceAll(path, placeholder), text);
}
