// Who is told when something is wrong, and when it is. A query answers with rows only if somebody should look. What happens
// once is told once and is not called resolved when its window has passed: nobody has mended it by then.
param suffix string
param location string
param tags { *: string }
param insightsId string
param address string
param enabled bool

var rules = [
  {
    name: 'errors'
    query: loadTextContent('../queries/errors.kql')
    text: 'The bot logs errors: read them in Application Insights, by their event.'
    severity: 2
    window: 'PT15M'
    once: false
  }
  {
    name: 'nightly-failed'
    query: loadTextContent('../queries/nightly-failed.kql')
    text: 'A nightly job failed: what should have been purged, erased or compared tonight was not. The log has which, and why.'
    severity: 1
    window: 'PT15M'
    once: true
  }
  {
    name: 'backlog-age'
    query: loadTextContent('../queries/backlog-age.kql')
    text: 'What should have gone out minutes ago still waits: is Teams, Graph or SharePoint away?'
    severity: 1
    window: 'PT15M'
    once: false
  }
  {
    name: 'dead-entries'
    query: loadTextContent('../queries/dead-entries.kql')
    text: 'Something was given up, or nobody knows whether it arrived: the card of undelivered messages has it.'
    severity: 2
    window: 'PT30M'
    once: false
  }
  {
    name: 'latency'
    query: loadTextContent('../queries/latency.kql')
    text: 'Presses are answered late: people wait, and Teams gives up after ten seconds.'
    severity: 2
    window: 'PT15M'
    once: false
  }
  {
    name: 'signin-refused'
    query: loadTextContent('../queries/signin-refused.kql')
    text: 'Many activities were refused at the door: somebody tries, or the keys or settings are wrong.'
    severity: 1
    window: 'PT15M'
    once: false
  }
  {
    name: 'silence'
    query: loadTextContent('../queries/silence.kql')
    text: 'No instance says anything any more: they are down, or telemetry is.'
    severity: 0
    window: 'PT15M'
    once: false
  }
]

resource people 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: 'ag-${suffix}'
  location: 'global'
  tags: tags
  properties: {
    groupShortName: 'kv-bot'
    enabled: true
    emailReceivers: [{ name: 'operators', emailAddress: address, useCommonAlertSchema: true }]
  }
}

resource alerts 'Microsoft.Insights/scheduledQueryRules@2026-03-01' = [
  for rule in rules: {
    name: 'alert-${rule.name}-${suffix}'
    location: location
    tags: tags
    kind: 'LogAlert'
    properties: {
      displayName: '${rule.name} (${suffix})'
      description: rule.text
      severity: rule.severity
      enabled: enabled
      scopes: [insightsId]
      evaluationFrequency: 'PT5M'
      windowSize: rule.window
      autoMitigate: !rule.once
      muteActionsDuration: rule.once ? 'PT12H' : null
      criteria: {
        allOf: [{ query: rule.query, timeAggregation: 'Count', operator: 'GreaterThan', threshold: 0 }]
      }
      actions: { actionGroups: [people.id] }
    }
  }
]
