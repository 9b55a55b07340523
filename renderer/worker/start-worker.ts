// Starts the analysis worker. Under Trusted Types the address of a worker must come from a policy; this one makes
// exactly one address, that of our own file.
import workerUrl from './analysis-worker.ts?worker&url'

interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { readonly createScriptURL: (url: string) => string },
  ): { createScriptURL(url: string): string }
}

/** Named in the content security policy of both hosts. */
const POLICY = 'baton-worker'

let address: string | null = null

/** A new worker. The policy may be made only once, the worker again and again. */
export function startAnalysisWorker(): Worker {
  address ??= trustedAddress()
  return new Worker(address, { type: 'module', name: 'analysis' })
}

function trustedAddress(): string {
  const { trustedTypes } = window as { trustedTypes?: TrustedTypes }
  if (!trustedTypes) return workerUrl
  const policy = trustedTypes.createPolicy(POLICY, { createScriptURL: onlyOurs })
  return policy.createScriptURL(workerUrl)
}

function onlyOurs(url: string): string {
  if (url !== workerUrl) throw new TypeError('this is not the address of the analysis worker')
  return url
}
