/**
 * Service tags that a security rule or route can name in place of prefixes, as far as they matter to
 * mail. Source: Microsoft Learn, "Virtual network service tags", from a copy of 2026 and
 * earlier; names that it no longer lists are kept, since old templates use them.
 *
 * - `internet`: all public addresses outside the virtual network.
 * - `network`: the virtual network, its peers, what routes bring in. See `nsg.ts` for the trap.
 * - `none`: no public address (the load balancer's probes).
 * - `cloud`: all public addresses of Azure, customers' machines among them: part of the Internet, and mail
 *   servers of other domains are there.
 * - `service`: addresses of a Microsoft service, at which no other domain takes mail.
 *   There is no tag for the SMTP addresses of Exchange Online.
 */
export type TagKind = 'internet' | 'network' | 'none' | 'cloud' | 'service';

const TAGS: Readonly<Record<string, TagKind>> = {
  Internet: 'internet',
  VirtualNetwork: 'network',
  AzureLoadBalancer: 'none',
  AzurePlatformDNS: 'none',
  AzurePlatformIMDS: 'none',
  AzurePlatformLKM: 'none',
  AzureCloud: 'cloud',
};

/** Tags of services; several also come with a region behind a dot (`Storage.WestEurope`). */
const SERVICES: readonly string[] = `
  ActionGroup ApiManagement ApplicationInsightsAvailability AppConfiguration AppService
  AppServiceManagement AzureActiveDirectory AzureActiveDirectoryDomainServices AzureAdvancedThreatProtection
  AzureArcInfrastructure AzureAttestation AzureBackup AzureBotService AzureCognitiveSearch AzureConnectors
  AzureContainerAppsService AzureContainerRegistry AzureCosmosDB AzureDatabricks AzureDataExplorerManagement
  AzureDataLake AzureDeviceUpdate AzureDevOps AzureDevSpaces AzureDigitalTwins AzureEventGrid AzureFrontDoor AzureHealthcareAPIs
  AzureInformationProtection AzureIoTHub AzureKeyVault AzureLoadTestingInstanceManagement
  AzureMachineLearning AzureMachineLearningInference AzureManagedGrafana AzureMonitor AzureMonitorForSAP
  AzureOpenDatasets AzurePortal AzureResourceManager AzureSentinel AzureSignalR AzureSiteRecovery
  AzureSphere AzureSpringCloud AzureStack AzureTrafficManager AzureUpdateDelivery AzureVideoAnalyzerForMedia
  AzureWebPubSub BatchNodeManagement ChaosStudio CognitiveServicesFrontend CognitiveServicesManagement
  DataFactory DataFactoryManagement Dynamics365BusinessCentral Dynamics365ForMarketingEmail
  DynamicsCommerceConnect EOPExternalPublishedIPs EventHub GatewayManager Grafana GuestAndHybridManagement
  HDInsight KustoAnalytics LogicApps LogicAppsManagement M365ManagementActivityApi
  M365ManagementActivityApiWebhook MicrosoftAzureFluidRelay MicrosoftCloudAppSecurity
  MicrosoftContainerRegistry MicrosoftDefenderForEndpoint MicrosoftPurviewPolicyDistribution OfficeFiltering
  OneDsCollector PowerBI PowerPlatformInfra PowerPlatformPlex PowerQueryOnline Scuba SerialConsole
  ServiceBus ServiceFabric Sql SqlManagement Storage StorageMover StorageSyncService TrafficManager
  VideoIndexer WindowsAdminCenter WindowsVirtualDesktop
`
  .trim()
  .split(/\s+/);

const KIND_OF_TAG: ReadonlyMap<string, TagKind> = new Map([
  ...Object.entries(TAGS).map(([tag, kind]): [string, TagKind] => [tag.toLowerCase(), kind]),
  ...SERVICES.map((tag): [string, TagKind] => [tag.toLowerCase(), 'service']),
]);

/** What a tag stands for; case and a region behind a dot do not matter. `undefined`: no known tag. */
export function tagKind(text: string): TagKind | undefined {
  const [tag = ''] = text.trim().toLowerCase().split('.');
  return KIND_OF_TAG.get(tag);
}
