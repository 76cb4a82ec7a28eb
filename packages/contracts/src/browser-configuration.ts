/**
 * What the web needs to know of its host. It stands in a data block of index.html
 * (`<script type="application/json" id="foyer-configuration">`), written for each request, so
 * that one build serves every host.
 */
export interface BrowserConfiguration {
  /** The origin of Microsoft's sign-in, always https, without a path. */
  readonly authority: string
  /** The origin that serves that authority's endpoints, where it is another one. */
  readonly signInEndpoints: string
  /** The client id of the web's registration. */
  readonly clientId: string
  /** The scope of the API that every token is asked for, in full. */
  readonly scope: string
  /** The origin of Azure Resource Manager, which lists the tenants of an account. */
  readonly resourceManager: string
  /** The origin of Microsoft's own page for leaving an organization. */
  readonly leavePage: string
}
