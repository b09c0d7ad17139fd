// Everything in Azure that the assistant runs on, in one resource group: docs/infrastructure.md.
targetScope = 'resourceGroup'

@description('Which of the environments this is; a part of every name.')
@allowed(['dev', 'test', 'prod'])
param environment string

@description('Where everything stands, but the bot registration, which is global.')
@allowed(['swedencentral', 'northeurope', 'westeurope'])
param location string

@description('The workload in names by the Cloud Adoption Framework. Storage and registry names are worldwide: change it if one is taken.')
@minLength(3)
@maxLength(8)
param workload string = 'espookv'

@description('The instance in names, three digits.')
@minLength(3)
@maxLength(3)
param instance string = '001'

@description('The image to run, with its registry and digest. Empty on the very first deployment, before the registry holds one.')
param image string

@description('The name that Teams shows.')
@maxLength(42)
param botName string

@description('The level of the Bot Service: F0 is free for Teams, S1 has a service level agreement.')
@allowed(['F0', 'S1'])
param botLevel string

@description('How many instances run at least and at most. Two at least, for deployments and failures that nobody notices.')
param instances { least: int, most: int }

@description('Whether instances and data are spread over the zones of the region.')
param zoneRedundant bool

@description('How storage keeps its copies. GZRS and GRS have one in another region of the geography, too.')
@allowed(['Standard_LRS', 'Standard_ZRS', 'Standard_GRS', 'Standard_GZRS'])
param storageRedundancy string

@description('Whether the data is locked against being deleted together with its account.')
param lockData bool

@description('For how many days logs and metrics are kept.')
@minValue(30)
@maxValue(730)
param logDays int

@description('How many gigabytes of logs and metrics are taken in on a day at most. It bounds the bill; beyond it operators are blind until the next day.')
@minValue(1)
param logGigabytesPerDay int

@description('Whether the access log of storage holds reading too. Most of that is the bot looking for what is due.')
param logReads bool

@description('Who hears of alerts.')
param alertAddress string

@description('Whether alerts are sent. Off until telemetry comes in: its absence is an alert of its own.')
param alertsEnabled bool

@description('The first three numbers of the network, of which 256 addresses are used: 10.20.30.')
param networkPrefix string

@description('How much is logged.')
@allowed(['debug', 'info', 'warn', 'error'])
param logLevel string = 'info'

@description('The mailbox that mails are sent from; empty to send none.')
param mailbox string = ''

@description('The id of the app in the catalogue of the organisation; empty to install it for nobody.')
param catalogApp string = ''

@description('The site, list and library in SharePoint; an empty site to show no cases there.')
param sharepoint { siteId: string, list: string, library: string } = { siteId: '', list: '', library: '' }

@description('Whether guests of the tenant may use the assistant.')
param allowGuests bool = false

@description('Entra object id and name of the first of the international affairs team; empty when the team has members.')
param firstCoordinator string = ''

@description('Further hosts of the connector of Teams, with commas between; usually none.')
param serviceHosts string = ''

@description('Tags of every resource, besides those that say workload and environment.')
param tags { *: string } = {}

var regions = { swedencentral: 'sdc', northeurope: 'neu', westeurope: 'weu' }
var suffix = '${workload}-${environment}-${regions[location]}-${instance}'
var flatSuffix = replace(suffix, '-', '')
var allTags = union(tags, { workload: workload, environment: environment })
var port = 3978

module identity 'modules/identity.bicep' = {
  params: { name: 'id-${suffix}', location: location, tags: allTags }
}

module network 'modules/network.bicep' = {
  params: { suffix: suffix, location: location, tags: allTags, prefix: networkPrefix }
}

module storage 'modules/storage.bicep' = {
  params: {
    name: 'st${flatSuffix}'
    suffix: suffix
    location: location
    tags: allTags
    redundancy: storageRedundancy
    lock: lockData
    userPrincipalId: identity.outputs.principalId
    endpointSubnetId: network.outputs.endpointSubnetId
    privateZoneId: network.outputs.privateZoneId
    workspaceId: monitoring.outputs.workspaceId
    logReads: logReads
  }
}

module registry 'modules/registry.bicep' = {
  params: {
    name: 'cr${flatSuffix}'
    location: location
    tags: allTags
    pullPrincipalId: identity.outputs.principalId
  }
}

module monitoring 'modules/monitoring.bicep' = {
  params: {
    suffix: suffix
    location: location
    tags: allTags
    logDays: logDays
    logGigabytesPerDay: logGigabytesPerDay
    senderPrincipalId: identity.outputs.principalId
  }
}

module hostEnvironment 'modules/host-environment.bicep' = {
  params: {
    name: 'cae-${suffix}'
    location: location
    tags: allTags
    subnetId: network.outputs.appSubnetId
    zoneRedundant: zoneRedundant
    workspaceId: monitoring.outputs.workspaceId
  }
}

// The names are those that bot/settings/config.ts reads; tests/infra holds the two together.
var settings = {
  BOT_MODE: 'production'
  PORT: string(port)
  LOG_LEVEL: logLevel
  AZURE_TABLES_ENDPOINT: storage.outputs.tableEndpoint
  MicrosoftAppId: identity.outputs.clientId
  MicrosoftAppTenantId: identity.outputs.tenantId
  BOT_CREDENTIAL: 'managed-identity'
  ALLOWED_SERVICE_HOSTS: serviceHosts
  GRAPH_MAILBOX: mailbox
  TEAMS_CATALOG_APP_ID: catalogApp
  SHAREPOINT_SITE_ID: sharepoint.siteId
  SHAREPOINT_LIST: sharepoint.list
  SHAREPOINT_LIBRARY: sharepoint.library
  ALLOW_GUESTS: allowGuests ? 'true' : 'false'
  FIRST_COORDINATOR: firstCoordinator
  APPLICATIONINSIGHTS_CONNECTION_STRING: monitoring.outputs.connectionString
}

module host 'modules/host.bicep' = if (!empty(image)) {
  params: {
    name: 'ca-${suffix}'
    location: location
    tags: allTags
    environmentId: hostEnvironment.outputs.id
    identityId: identity.outputs.id
    registryServer: registry.outputs.server
    image: image
    port: port
    instances: instances
    settings: settings
  }
}

module bot 'modules/bot.bicep' = {
  params: {
    name: 'bot-${suffix}'
    displayName: botName
    level: botLevel
    tags: allTags
    endpoint: 'https://ca-${suffix}.${hostEnvironment.outputs.domain}/api/messages'
    identityId: identity.outputs.id
    clientId: identity.outputs.clientId
    tenantId: identity.outputs.tenantId
  }
}

module alerts 'modules/alerts.bicep' = {
  params: {
    suffix: suffix
    location: location
    tags: allTags
    insightsId: monitoring.outputs.insightsId
    address: alertAddress
    enabled: alertsEnabled
  }
}

module workbook 'modules/workbook.bicep' = {
  params: { suffix: suffix, location: location, tags: allTags, insightsId: monitoring.outputs.insightsId }
}

@description('The app id of the bot: for the manifest of the Teams app and for the permissions.')
output botAppId string = identity.outputs.clientId

@description('The object id of the identity: who gets the permissions.')
output principalId string = identity.outputs.principalId

@description('Where images are pushed to.')
output registryServer string = registry.outputs.server

@description('The host name of the bot: for validDomains of the Teams app.')
output botDomain string = 'ca-${suffix}.${hostEnvironment.outputs.domain}'
