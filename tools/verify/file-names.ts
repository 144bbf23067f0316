const VAGUE = /(^|\/)(utils?|helpers?|common|misc|shared)(\/|\.\w+$)/;

/** Files and folders whose name says nothing about what is in them. */
export function vagueNames(files: readonly string[]): string[] {
  return files
    .filter((path) => VAGUE.test(path))
    .map((path) => `${path}: name it for what it does; this name invites everything.`);
}
