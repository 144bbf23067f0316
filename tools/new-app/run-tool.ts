/** Runs a tool of this project on our Bun. @throws Error with what it printed, when it fails */
export async function runTool(root: string, args: readonly string[]): Promise<string> {
  const tool = Bun.spawn([process.execPath, ...args], {
    cwd: root,
    stdin: 'ignore',
    stdout: 'pipe',
    stderr: 'pipe',
  });
  const [out, err, code] = await Promise.all([
    new Response(tool.stdout).text(),
    new Response(tool.stderr).text(),
    tool.exited,
  ]);
  if (code !== 0) throw new Error(`"${args.join(' ')}" failed:\n${`${out}${err}`.trim()}`);
  return out;
}
