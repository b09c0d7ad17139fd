// A network in which the host reaches storage, and nothing else does.
param suffix string
param location string
param tags { *: string }

@description('The first three numbers of the network: 10.20.30.')
param prefix string

// No rules here: Container Apps needs many, and its ingress is closed to everything but https by itself.
var appSubnet = { name: 'snet-app-${suffix}', addresses: '${prefix}.0/25' }
var endpointSubnet = { name: 'snet-pep-${suffix}', addresses: '${prefix}.128/28' }

resource endpointRules 'Microsoft.Network/networkSecurityGroups@2025-05-01' = {
  name: 'nsg-pep-${suffix}'
  location: location
  tags: tags
  properties: {
    securityRules: [
      {
        name: 'host-to-storage'
        properties: {
          priority: 100
          direction: 'Inbound'
          access: 'Allow'
          protocol: 'Tcp'
          sourceAddressPrefix: appSubnet.addresses
          sourcePortRange: '*'
          destinationAddressPrefix: endpointSubnet.addresses
          destinationPortRange: '443'
        }
      }
      {
        name: 'nobody-else'
        properties: {
          priority: 200
          direction: 'Inbound'
          access: 'Deny'
          protocol: '*'
          sourceAddressPrefix: '*'
          sourcePortRange: '*'
          destinationAddressPrefix: '*'
          destinationPortRange: '*'
        }
      }
    ]
  }
}

resource network 'Microsoft.Network/virtualNetworks@2025-05-01' = {
  name: 'vnet-${suffix}'
  location: location
  tags: tags
  properties: {
    addressSpace: { addressPrefixes: ['${prefix}.0/24'] }
    subnets: [
      {
        name: appSubnet.name
        properties: {
          addressPrefix: appSubnet.addresses
          delegations: [{ name: 'container-apps', properties: { serviceName: 'Microsoft.App/environments' } }]
        }
      }
      {
        name: endpointSubnet.name
        properties: {
          addressPrefix: endpointSubnet.addresses
          networkSecurityGroup: { id: endpointRules.id }
          // Without this the rules above would not hold for private endpoints.
          privateEndpointNetworkPolicies: 'Enabled'
        }
      }
    ]
  }

  resource app 'subnets' existing = {
    name: appSubnet.name
  }

  resource endpoints 'subnets' existing = {
    name: endpointSubnet.name
  }
}

resource privateZone 'Microsoft.Network/privateDnsZones@2024-06-01' = {
  name: 'privatelink.table.${az.environment().suffixes.storage}'
  location: 'global'
  tags: tags
}

resource zoneLink 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01' = {
  parent: privateZone
  name: 'link-${suffix}'
  location: 'global'
  tags: tags
  properties: { registrationEnabled: false, virtualNetwork: { id: network.id } }
}

output appSubnetId string = network::app.id
output endpointSubnetId string = network::endpoints.id
output privateZoneId string = privateZone.id
