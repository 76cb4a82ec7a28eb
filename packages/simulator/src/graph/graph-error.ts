/** What Graph answers when it does not do what was asked; the words are Graph's (graph.md 1). */
export class GraphError extends Error {
  readonly status: number
  readonly code: string
  readonly extras: ErrorExtras

  constructor(status: number, code: string, message: string, extras: ErrorExtras = {}) {
    super(message)
    this.status = status
    this.code = code
    this.extras = extras
  }
}

/** What some errors carry beside their words. */
export interface ErrorExtras {
  readonly headers?: Readonly<Record<string, string>>
  readonly innerError?: Readonly<Record<string, string>>
  /** Which property is at fault, for some (microsoft-graph-docs#1508). */
  readonly details?: readonly {
    readonly code: string
    readonly message: string
    readonly target: string
  }[]
}

export function notFound(id: string): GraphError {
  return new GraphError(
    404,
    'Request_ResourceNotFound',
    `Resource '${id}' does not exist or one of its queried reference-property objects are not present.`,
  )
}

/** Also what dynamic, role-assignable and unsupported groups answer, and privileged targets. */
export function insufficientPrivileges(): GraphError {
  return new GraphError(
    403,
    'Authorization_RequestDenied',
    'Insufficient privileges to complete the operation.',
  )
}

/** Restricted management administrative units (identity/role-based-access-control). */
export function managementRestricted(): GraphError {
  return new GraphError(
    403,
    'Authorization_RequestDenied',
    'Target object is a member of a restricted management administrative unit and can only be modified by administrators scoped to that administrative unit. Check that you are assigned a role that has permission to perform the operation for this restricted management administrative unit.',
  )
}

/** An address or name that another object has (microsoft-graph-docs#1508). */
export function conflictOver(property: 'userPrincipalName' | 'proxyAddresses'): GraphError {
  const message = `Another object with the same value for property ${property} already exists.`
  return new GraphError(400, 'Request_BadRequest', message, {
    details: [{ code: 'ObjectConflict', message, target: property }],
  })
}

/** What there can be one of only, and is there. */
export function conflict(message: string): GraphError {
  return new GraphError(409, 'Conflict', message)
}

export function badRequest(message: string, code = 'Request_BadRequest'): GraphError {
  return new GraphError(400, code, message)
}

/** Something that Graph may well have and this simulator has not. */
export class NotSimulated extends GraphError {
  readonly what: string

  constructor(what: string) {
    super(501, 'NotImplemented', 'This operation target is not yet supported.')
    this.what = what
  }
}

export interface RequestIds {
  readonly requestId: string
  readonly clientRequestId: string
}

/** The date is without a zone, as in recorded answers. */
export function errorEnvelope(error: GraphError, now: Date, ids: RequestIds) {
  return {
    error: {
      code: error.code,
      message: error.message,
      ...(error.extras.details ? { details: error.extras.details } : {}),
      innerError: {
        ...error.extras.innerError,
        date: now.toISOString().slice(0, 19),
        'request-id': ids.requestId,
        'client-request-id': ids.clientRequestId,
      },
    },
  }
}
