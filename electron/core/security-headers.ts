// The headers that every answer carries, on both hosts: what the page may load, run and be embedded in.

/** `connect` is what the page may talk to, in the words of a Content-Security-Policy. */
export function securityHeaders(connect: string): Readonly<Record<string, string>> {
  return {
    'content-security-policy': contentSecurityPolicy(connect),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy':
      'camera=(), microphone=(), geolocation=(), usb=(), serial=(), hid=(), clipboard-read=(self), clipboard-write=(self)',
  }
}

/**
 * The same for the script of the analysis worker, which may compile WebAssembly as well: the solver for workflows that are
 * too entangled for the exact way is such a module. That lets no text become script: what is compiled are bytes from
 * our own files, and a worker has no page that they could reach. The page itself keeps the stricter policy.
 */
export function workerHeaders(headers: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const policy = headers['content-security-policy'] ?? ''
  return {
    ...headers,
    'content-security-policy': policy.replace("script-src 'self'", "script-src 'self' 'wasm-unsafe-eval'"),
  }
}

// Scripts only from our own files, and no string ever becomes markup or code. The one policy makes the address of the
// page's own worker, which Chromium takes from nothing else (`new Worker(…)` is refused under trusted-types 'none').
// Style attributes are open because React Flow places every node with one; a style cannot run code.
function contentSecurityPolicy(connect: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src ${connect}`,
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-src 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types baton-worker',
  ].join('; ')
}
