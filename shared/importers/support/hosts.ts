// Addresses of model services: sending them a prompt is asking a model, not acting on the world.

const MODEL_HOSTS = [
  'api.openai.com',
  'openai.azure.com',
  'api.anthropic.com',
  'generativelanguage.googleapis.com',
  'aiplatform.googleapis.com',
  'openrouter.ai',
  'api.groq.com',
  'api.mistral.ai',
  'api.cohere.ai',
  'api.cohere.com',
  'api.deepseek.com',
  'api.perplexity.ai',
  'api.x.ai',
  'api.together.xyz',
  'api.fireworks.ai',
  'api.replicate.com',
  'api-inference.huggingface.co',
  'router.huggingface.co',
  'api.stability.ai',
  'api.voyageai.com',
  'api.jina.ai',
  'image.pollinations.ai',
  'text.pollinations.ai',
  'bedrock-runtime',
  'localhost:11434',
  '127.0.0.1:11434',
  'ollama:11434',
  'host.docker.internal:11434',
]

/** The model service that an address belongs to, or undefined. */
export function modelHost(url: string): string | undefined {
  const address = url.slice(0, 2000).toLowerCase()
  return MODEL_HOSTS.find((host) => address.includes(host))
}

/** The host in an address, without any parameters; undefined when it is an expression or no address. */
export function hostOf(url: string): string | undefined {
  return /^=?\s{0,5}https?:\/{2,3}([a-z\d.-]{1,200})(?::\d{1,5})?(?:[/?#]|$)/i
    .exec(url.slice(0, 400))?.[1]
    ?.toLowerCase()
}
