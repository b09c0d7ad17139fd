using '../main.bicep'

// For everybody.
param environment = 'prod'
param location = 'swedencentral'
param botName = 'Kansainvälinen Espoo'
param botLevel = 'S1'
param instances = { least: 2, most: 4 }
param zoneRedundant = true
param storageRedundancy = 'Standard_GZRS'
param lockData = true
param logDays = 90
param logGigabytesPerDay = 3
param logReads = true
param networkPrefix = '10.60.3'
param alertsEnabled = true
param logLevel = 'info'

// What belongs to the tenant comes from whoever deploys, and is not kept here.
param image = readEnvironmentVariable('IMAGE', '')
param alertAddress = readEnvironmentVariable('ALERT_ADDRESS')
param mailbox = readEnvironmentVariable('GRAPH_MAILBOX', '')
param catalogApp = readEnvironmentVariable('TEAMS_CATALOG_APP_ID', '')
param sharepoint = {
  siteId: readEnvironmentVariable('SHAREPOINT_SITE_ID', '')
  list: readEnvironmentVariable('SHAREPOINT_LIST', '')
  library: readEnvironmentVariable('SHAREPOINT_LIBRARY', '')
}
param firstCoordinator = readEnvironmentVariable('FIRST_COORDINATOR', '')
