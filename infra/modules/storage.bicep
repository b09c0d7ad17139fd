// The tables, reached through the private endpoint by identities only: there is no key that works.
param name string
param suffix string
param location string
param tags { *: string }
param redundancy string

@description('Whether the account can be deleted only after the lock has been taken off.')
param lock bool

@description('Who reads and writes the tables.')
param userPrincipalId string

param endpointSubnetId string
param privateZoneId string

@description('Where it is kept who reached for what.')
param workspaceId string

@description('Whether that holds reading too, or only what was changed.')
param logReads bool

// The names that bot/adapters/tables/tables.ts opens; tests/infra holds the two together.
var tableNames = ['casework', 'directory', 'people', 'register']

resource account 'Microsoft.Storage/storageAccounts@2025-08-01' = {
  name: name
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: { name: redundancy }
  properties: {
    allowSharedKeyAccess: false
    defaultToOAuthAuthentication: true
    allowBlobPublicAccess: false
    allowCrossTenantReplication: false
    publicNetworkAccess: 'Disabled'
    networkAcls: { defaultAction: 'Deny', bypass: 'None' }
    supportsHttpsTrafficOnly: true
    minimumTlsVersion: 'TLS1_2'
  }

  resource tableService 'tableServices' = {
    name: 'default'

    resource tables 'tables' = [for table in tableNames: { name: table }]
  }
}

// Who reached for which row and when, by identity and address; rows' keys, never what is in them.
resource accessLog 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'access'
  scope: account::tableService
  properties: {
    workspaceId: workspaceId
    logs: [
      { category: 'StorageRead', enabled: logReads }
      { category: 'StorageWrite', enabled: true }
      { category: 'StorageDelete', enabled: true }
    ]
  }
}

resource accountLock 'Microsoft.Authorization/locks@2020-05-01' = if (lock) {
  name: 'lock-${name}'
  scope: account
  properties: { level: 'CanNotDelete', notes: 'All cases are here, and deleted tables cannot be brought back.' }
}

// Storage Table Data Contributor
var tableRole = subscriptionResourceId(
  'Microsoft.Authorization/roleDefinitions',
  '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3'
)

resource access 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(account.id, userPrincipalId, tableRole)
  scope: account
  properties: { roleDefinitionId: tableRole, principalId: userPrincipalId, principalType: 'ServicePrincipal' }
}

resource endpoint 'Microsoft.Network/privateEndpoints@2025-05-01' = {
  name: 'pep-table-${suffix}'
  location: location
  tags: tags
  properties: {
    subnet: { id: endpointSubnetId }
    privateLinkServiceConnections: [
      { name: 'table', properties: { privateLinkServiceId: account.id, groupIds: ['table'] } }
    ]
  }

  resource zone 'privateDnsZoneGroups' = {
    name: 'default'
    properties: { privateDnsZoneConfigs: [{ name: 'table', properties: { privateDnsZoneId: privateZoneId } }] }
  }
}

output tableEndpoint string = account.properties.primaryEndpoints.table
