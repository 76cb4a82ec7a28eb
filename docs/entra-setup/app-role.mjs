/** The one app role of Foyer's API. Its id is fixed, so that a second run finds it. */
export const operatorRole = {
  id: '0d3c8f0a-7e55-4c3b-8f6e-2b9a4d1c7f22',
  value: 'Operator',
  displayName: 'Operator',
  description: 'Sets policies and sees everything of this organization in Foyer',
  allowedMemberTypes: ['User'],
  isEnabled: true,
}
