const governance = 'access packages, access reviews and terms of use are not simulated'
const client = 'shows what Graph sends to a subscriber, which is not asked of Graph'
const otherService = 'is of Azure Resource Manager; resource-manager.test.ts holds its reply'
const requestOnly = 'the page shows the request and no answer'
const misspelt = 'the page misspells the context'
const slip = 'the page lost the = of $orderby; beta-user-list-10 is the same question'
const olderContext = 'the page shows a context without identity/, which Graph has put before it'
const listForOne = 'the page shows a list where the description has one sign-in'
const otherContext = 'the page shows another context than its first example'
const rules = 'membership rules are not evaluated'
const ofSeveral = 'asks for tasks and passwords of other services; batch.test.ts holds the form'
const noContext = 'the page shows an address where the context is'
const purges = 'an app may not, and nobody of this world administers; graph-refusals.test.ts'
const applications = 'applications are not simulated'
const groupMailbox = 'the mailbox of a group is not simulated'
const licences = 'licences are not simulated'
const devices = 'devices are not simulated'
const assigning = 'app roles are assigned by the seed'
const localAccounts = 'accounts of a customer tenant are not simulated'

/** The reasons that say that there is no such operation here. */
export const absences: readonly string[] = [governance, rules, applications, devices, assigning]

/** The documented examples that are not replayed, and why. */
export const examplesLeftOut: Readonly<Record<string, string>> = {
  'accesspackage-filterbycurrentuser-01': governance,
  'accesspackageassignment-reprocess-01': governance,
  'accesspackageassignmentpolicy-get-01': governance,
  'accesspackageassignmentrequest-reprocess-01': governance,
  'accessreviewinstance-acceptrecommendations-01': governance,
  'accessreviewinstance-applydecisions-01': governance,
  'accessreviewinstance-list-decisions-01': governance,
  'accessreviewinstance-resetdecisions-01': governance,
  'accessreviewinstance-sendreminder-01': governance,
  'accessreviewinstancedecisionitem-filterbycurrentuser-01': governance,
  'accessreviewinstancedecisionitem-get-01': governance,
  'accessreviewinstancedecisionitem-update-01': governance,
  'accessreviewscheduledefinition-get-01': governance,
  'accessreviewset-list-definitions-01': governance,
  'accessreviewset-list-definitions-02': governance,
  'accessreviewset-post-definitions-01': governance,
  'accessreviewset-post-definitions-02': governance,
  'accessreviewset-post-definitions-03': governance,
  'agreement-get-01': governance,
  'agreement-list-acceptances-01': governance,
  'arm-tenants-list-01': otherService,
  'batch-01': ofSeveral,
  'beta-group-evaluatedynamicmembership-01': rules,
  'beta-group-evaluatedynamicmembership-02': rules,
  'beta-user-list-04': noContext,
  'conditionalaccesspolicy-get-01': olderContext,
  'directory-deleteditems-delete-01': purges,
  'entitlementmanagement-list-assignmentpolicies-01': governance,
  'entitlementmanagement-list-assignments-01': governance,
  'entitlementmanagement-post-assignmentrequests-01': governance,
  'entitlementmanagement-post-assignmentrequests-02': governance,
  'error-advanced-query-02': applications,
  'group-get-02': groupMailbox,
  'group-list-01': requestOnly,
  'group-list-03': licences,
  'group-list-memberof-03': devices,
  'invitation-post-reset-redemption-01': requestOnly,
  'notification-change-01': client,
  'notification-lifecycle-01': client,
  'notification-validation-01': client,
  'serviceprincipal-list-03': misspelt,
  'signin-get-01': listForOne,
  'subscription-reauthorize-01': requestOnly,
  'termsofusecontainer-list-agreements-01': governance,
  'user-list-agreementacceptances-01': governance,
  'user-post-approleassignments-01': assigning,
  'user-post-users-02': localAccounts,
  'user-list-approleassignments-02': otherContext,
  'user-list-07': slip,
  'conditionalaccessroot-list-policies-01': olderContext,
}
