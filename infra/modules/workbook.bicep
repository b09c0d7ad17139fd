// What telemetry says, as a page in the portal: docs/operate.md.
param suffix string
param location string
param tags { *: string }
param insightsId string

resource workbook 'Microsoft.Insights/workbooks@2023-06-01' = {
  // The service wants a GUID; the same one each time, so that a deployment changes the page in place of adding another.
  name: guid(resourceGroup().id, 'workbook')
  location: location
  tags: tags
  kind: 'shared'
  properties: {
    displayName: 'Assistant (${suffix})'
    category: 'workbook'
    sourceId: insightsId
    serializedData: loadTextContent('../workbook.json')
  }
}
