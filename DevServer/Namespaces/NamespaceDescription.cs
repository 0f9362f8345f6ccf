using Google.Protobuf.WellKnownTypes;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.Namespace.V1;
using Temporalio.Api.Replication.V1;
using Temporalio.Api.WorkflowService.V1;
using TemporalVideo.DevServer.Attributes;
using TemporalVideo.DevServer.Cluster;

namespace TemporalVideo.DevServer.Namespaces;

/// <summary>Describes namespaces as the API does.</summary>
internal static class NamespaceDescription
{
    public static DescribeNamespaceResponse Describe(this NamespaceRecord record, SearchAttributeRegistry attributes) => new()
    {
        NamespaceInfo = Info(record),
        Config = Config(record, attributes),
        ReplicationConfig = Replication(),
    };

    public static NamespaceInfo Info(NamespaceRecord record) => new()
    {
        Name = record.Name,
        Id = record.Id,
        State = record.State,
        Description = record.Description,
        OwnerEmail = record.OwnerEmail,
        Data = { record.Data },
        Capabilities = new NamespaceInfo.Types.Capabilities
        {
            EagerWorkflowStart = ClusterFacts.EagerWorkflowStart,
            SyncUpdate = true,
            AsyncUpdate = true,
            WorkerPollCompleteOnShutdown = true,
        },
        SupportsSchedules = true,
    };

    public static NamespaceConfig Config(NamespaceRecord record, SearchAttributeRegistry attributes)
    {
        var config = new NamespaceConfig
        {
            WorkflowExecutionRetentionTtl = Duration.FromTimeSpan(record.Retention),
            BadBinaries = new BadBinaries(),
            HistoryArchivalState = ArchivalState.Disabled,
            VisibilityArchivalState = ArchivalState.Disabled,
        };
        foreach (var group in attributes.Custom(record.Name).GroupBy(attribute => attribute.Value))
        {
            foreach (var (number, attribute) in group.Index())
            {
                config.CustomSearchAttributeAliases.Add($"{group.Key}{number + 1:00}", attribute.Key);
            }
        }

        return config;
    }

    public static NamespaceReplicationConfig Replication() => new()
    {
        ActiveClusterName = ClusterFacts.Name,
        Clusters = { new ClusterReplicationConfig { ClusterName = ClusterFacts.Name } },
    };
}
