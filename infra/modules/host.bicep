// The bot's instances. A new revision takes over when it is ready, and only then is the old one told to end.
param name string
param location string
param tags { *: string }
param environmentId string
param identityId string
param registryServer string
param image string
param port int
param instances { least: int, most: int }

@description('Settings by name; empty ones are left out.')
param settings { *: string }

var given = filter(items(settings), setting => !empty(setting.value))

resource app 'Microsoft.App/containerApps@2025-07-01' = {
  name: name
  location: location
  tags: tags
  identity: { type: 'UserAssigned', userAssignedIdentities: { '${identityId}': {} } }
  properties: {
    environmentId: environmentId
    workloadProfileName: 'Consumption'
    configuration: {
      activeRevisionsMode: 'Single'
      maxInactiveRevisions: 10
      registries: [{ server: registryServer, identity: identityId }]
      ingress: { external: true, allowInsecure: false, transport: 'http', targetPort: port }
    }
    template: {
      // The bot ends what is under way; a delivery may take thirty seconds.
      terminationGracePeriodSeconds: 60
      scale: {
        minReplicas: instances.least
        maxReplicas: instances.most
        rules: [{ name: 'requests', http: { metadata: { concurrentRequests: '50' } } }]
      }
      containers: [
        {
          name: 'bot'
          image: image
          resources: { cpu: json('0.5'), memory: '1Gi' }
          env: map(given, setting => { name: setting.key, value: setting.value })
          probes: [
            {
              // A revision takes over when storage can be reached from it; until then the one before goes on.
              type: 'Startup'
              httpGet: { path: '/readyz', port: port }
              periodSeconds: 6
              timeoutSeconds: 5
              failureThreshold: 10
            }
            {
              type: 'Liveness'
              httpGet: { path: '/healthz', port: port }
              periodSeconds: 10
              timeoutSeconds: 5
              failureThreshold: 3
            }
            {
              // Not whether storage is there: when it is away for all, the bot answers presses with a sentence.
              type: 'Readiness'
              httpGet: { path: '/healthz', port: port }
              periodSeconds: 5
              timeoutSeconds: 5
              failureThreshold: 3
            }
          ]
        }
      ]
    }
  }
}
