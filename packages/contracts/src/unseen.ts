/**
 * What leaving an organization may end and Foyer cannot see there. The first four follow from what
 * the organization lets Foyer read, the others hold everywhere:
 * - `apps`: the apps that were assigned to the guest, which Foyer may not read here;
 * - `apps-unanswered`: the same, which it may read or not: the directory did not say in time;
 * - `hidden-groups`: groups whose membership is hidden;
 * - `return-by-sync`: whether the home tenant would make the account anew;
 * - `open-apps`: apps that anybody here may use without being assigned;
 * - `access-packages`: assignments of access packages;
 * - `shared-content`: single files, folders and sites of SharePoint and OneDrive;
 * - `shared-channels`: shared channels of Teams;
 * - `azure-roles`: roles over subscriptions and resources of Azure;
 * - `other-services`: whatever keeps its own list of people, such as Power BI.
 */
export const unseenThings = [
  'apps',
  'apps-unanswered',
  'hidden-groups',
  'return-by-sync',
  'open-apps',
  'access-packages',
  'shared-content',
  'shared-channels',
  'azure-roles',
  'other-services',
] as const

export type Unseen = (typeof unseenThings)[number]
