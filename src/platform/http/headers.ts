import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import helmet from 'helmet'

/** Names and values in turn, as `writeHead` takes them: it then copies nothing and checks no name twice. */
export type HeaderPairs = readonly string[]

/**
 * What helmet says of every answer, asked once: its headers are the same for all, and to set a dozen of them one by
 * one costs more than the rest of a short answer. Pages use no script and only our own style sheet. Whoever ends TLS
 * before us sets HSTS, for we cannot know what else lives on the district's host name.
 */
export function securityHeaders(): HeaderPairs {
  const response = new ServerResponse(new IncomingMessage(new Socket()))
  const secure = helmet({
    strictTransportSecurity: false,
    // For Internet Explorer 8, Flash and prefetching by name: nobody listens, and every header costs time.
    xDownloadOptions: false,
    xPermittedCrossDomainPolicies: false,
    xDnsPrefetchControl: false,
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
  })
  secure(response.req, response, (error) => {
    if (error) throw error
  })
  return Object.entries(response.getHeaders()).flatMap(([name, value]) => [name, String(value)])
}

/** The same headers with another Content-Security-Policy: two of them would both have to be obeyed. */
export function withContentPolicy(always: HeaderPairs, policy: string): HeaderPairs {
  return always.map((part, i) => (always[i - 1]?.toLowerCase() === policyHeader ? policy : part))
}

const policyHeader = 'content-security-policy'
