import type { Tenant } from './tenant.ts'

/**
 * A directory extension: `extension_{client id without dashes}_{name}`, defined by an app and
 * usable by every app of the tenant (extensionproperty.md).
 */
export interface ExtensionProperty {
  readonly name: `extension_${string}`
  readonly dataType: 'String' | 'Boolean' | 'DateTime' | 'Integer'
}

export function extensionName(clientId: string, name: string): `extension_${string}` {
  return `extension_${clientId.replaceAll('-', '')}_${name}`
}

export function findExtensionProperty(tenant: Tenant, name: string): ExtensionProperty | undefined {
  const wanted = name.toLowerCase()
  return tenant.extensionProperties.find((property) => property.name.toLowerCase() === wanted)
}

/** Its name as the tenant writes it. */
export function extensionNameIn(tenant: Tenant, name: string): string | undefined {
  return findExtensionProperty(tenant, name)?.name
}
