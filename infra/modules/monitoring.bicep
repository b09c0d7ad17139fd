// Where logs and metrics go.
param suffix string
param location string
param tags { *: string }
param logDays int

@description('What is taken in of logs and metrics in a day at most; the rest of that day is lost.')
@minValue(1)
param logGigabytesPerDay int

@description('Who may send telemetry; nobody does with the key in the connection string.')
param senderPrincipalId string

resource workspace 'Microsoft.OperationalInsights/workspaces@2025-07-01' = {
  name: 'log-${suffix}'
  location: location
  tags: tags
  properties: {
    sku: { name: 'PerGB2018' }
    retentionInDays: logDays
    // A ceiling of the bill. That logs stop is seen by the alert on silence.
    workspaceCapping: { dailyQuotaGb: logGigabytesPerDay }
    features: { disableLocalAuth: true, enableLogAccessUsingOnlyResourcePermissions: true }
  }
}

resource insights 'Microsoft.Insights/components@2020-02-02' = {
  name: 'appi-${suffix}'
  location: location
  tags: tags
  kind: 'web'
  properties: {
    Application_Type: 'web'
    WorkspaceResourceId: workspace.id
    IngestionMode: 'LogAnalytics'
    RetentionInDays: logDays
    // Addresses of people are not needed to run the bot.
    DisableIpMasking: false
    DisableLocalAuth: true
  }
}

// Monitoring Metrics Publisher
var senderRole = subscriptionResourceId(
  'Microsoft.Authorization/roleDefinitions',
  '3913510d-42f4-4e42-8a64-420c390055eb'
)

resource sending 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(insights.id, senderPrincipalId, senderRole)
  scope: insights
  properties: { roleDefinitionId: senderRole, principalId: senderPrincipalId, principalType: 'ServicePrincipal' }
}

output workspaceId string = workspace.id
output insightsId string = insights.id
// Says where telemetry goes, and lets nobody read any.
output connectionString string = insights.properties.ConnectionString
