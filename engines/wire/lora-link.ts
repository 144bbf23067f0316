/** Where the weights of well-known LoRAs lie in their repository. */
const WEIGHT_FILES = new Map([['XLabs-AI/flux-RealismLora', 'lora.safetensors']]);

/**
 * The address of a LoRA's weights: `owner/repo` and `owner/repo/file.safetensors` are Hugging Face's, an https address
 * stays what it is. Null for a repository whose file is not known: name the file.
 */
export function loraLink(lora: string): string | null {
  if (lora.startsWith('https://')) return lora;
  const [owner, repo, ...path] = lora.split('/');
  if (!owner || !repo) return null;
  const file = path.length > 0 ? path.join('/') : WEIGHT_FILES.get(`${owner}/${repo}`);
  return file === undefined ? null : `https://huggingface.co/${owner}/${repo}/resolve/main/${file}`;
}
