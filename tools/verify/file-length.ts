const LINES_MAX = 400;
const SOURCES = /\.(ts|tsx|mjs|css)$/;
const DATA = /(\.generated\.|\/migrations\/|\/fixtures\/)/;

/** Source files that have grown too long to be read in one go. */
export async function longFiles(files: readonly string[]): Promise<string[]> {
  const problems: string[] = [];
  for (const path of files) {
    if (!SOURCES.test(path) || DATA.test(path)) continue;
    const lines = (await Bun.file(path).text()).split('\n').length;
    if (lines > LINES_MAX) {
      problems.push(`${path} has ${lines} lines; split it, ${LINES_MAX} is the most.`);
    }
  }
  return problems;
}
