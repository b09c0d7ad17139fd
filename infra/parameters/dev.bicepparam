using '../main.bicep'

// For developers: one instance, and data that may be lost.
param environment = 'dev'
param location = 'swedencentral'
param botName = 'Kansainvälinen Espoo (dev)'
param botLevel = 'F0'
param instances = { least: 1, most: 1 }
param zoneRedundant = false
param storageRedundancy = 'Standard_LRS'
param lockData = false
param logDays = 30
param logGigabytesPerDay = 1
param logReads = false
param networkPrefix = '10.60.1'
param alertsEnabled = false
param logLevel = 'debug'

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
