// Where logs and metrics go.
param suffix string
param location string
param tags object
param logDays int

resource workspace 'Microsoft.OperationalInsights/workspaces@2023-09-01' = {
  name: 'log-${suffix}'
  location: location
  tags: tags
  properties: {
    sku: { name: 'PerGB2018' }
    retentionInDays: logDays
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
  }
}

output workspaceId string = workspace.id
output insightsId string = insights.id
// Says where telemetry goes, and lets nobody read any.
output connectionString string = insights.properties.ConnectionString
