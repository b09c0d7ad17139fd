// What the bot's containers run in: a part of the network, with their logs sent on without a key.
param name string
param location string
param tags { *: string }
param subnetId string
param zoneRedundant bool
param workspaceId string

resource hostEnvironment 'Microsoft.App/managedEnvironments@2025-07-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    // Teams' connector comes from the internet; the bot's own door looks at every token.
    vnetConfiguration: { infrastructureSubnetId: subnetId, internal: false }
    workloadProfiles: [{ name: 'Consumption', workloadProfileType: 'Consumption' }]
    zoneRedundant: zoneRedundant
    appLogsConfiguration: { destination: 'azure-monitor' }
  }
}

// There is no version of this type that is not called a preview.
resource logs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'logs'
  scope: hostEnvironment
  properties: {
    workspaceId: workspaceId
    logs: [
      { category: 'ContainerAppConsoleLogs', enabled: true }
      { category: 'ContainerAppSystemLogs', enabled: true }
    ]
  }
}

output id string = hostEnvironment.id
output domain string = hostEnvironment.properties.defaultDomain
