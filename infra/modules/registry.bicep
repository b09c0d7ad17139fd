// Where images are pushed to and pulled from: by identities, without an admin account.
param name string
param location string
param tags { *: string }

@description('Who may pull.')
param pullPrincipalId string

resource registry 'Microsoft.ContainerRegistry/registries@2025-11-01' = {
  name: name
  location: location
  tags: tags
  sku: { name: 'Basic' }
  properties: { adminUserEnabled: false, anonymousPullEnabled: false }
}

// AcrPull
var pullRole = subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '7f951dda-4ed3-4680-a7ca-43fe172d538d')

resource pull 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(registry.id, pullPrincipalId, pullRole)
  scope: registry
  properties: { roleDefinitionId: pullRole, principalId: pullPrincipalId, principalType: 'ServicePrincipal' }
}

output server string = registry.properties.loginServer
