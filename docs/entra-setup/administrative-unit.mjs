/** @returns the administrative unit of that name, made where it is missing. */
export async function ensureAdministrativeUnit(graph, wanted) {
  const filter = `$filter=displayName eq '${wanted.displayName}'`
  const present = await graph.readAll(`/v1.0/directory/administrativeUnits?${filter}`)
  if (present.length > 1) {
    throw new Error(`There are ${present.length} administrative units "${wanted.displayName}".`)
  }
  const [unit] = present
  if (!unit) {
    const supposed = { id: `<object id of ${wanted.displayName}>` }
    return graph.write('POST', '/v1.0/directory/administrativeUnits', wanted, { supposed })
  }
  // The customer may have made the rule narrower: a rule that exists is theirs.
  return unit
}
