using Temporalio.Api.Common.V1;
using Temporalio.Api.WorkflowService.V1;
using Temporalio.Client;
using Temporalio.Converters;

namespace TemporalVideo.Conformance.Tests.Sdk;

/// <summary>What the official client keeps to itself.</summary>
internal static class Descriptions
{
    /// <summary>The server's own answer to a description: pending activities are in no other.</summary>
    public static Task<DescribeWorkflowExecutionResponse> DescribeRawAsync(this WorkflowHandle handle) =>
        handle.Client.WorkflowService.DescribeWorkflowExecutionAsync(new()
        {
            Namespace = handle.Client.Options.Namespace,
            Execution = new() { WorkflowId = handle.Id, RunId = handle.RunId ?? "" },
        });

    /// <summary>Values as one message of payloads.</summary>
    public static async Task<Payloads> ToPayloadsProtoAsync(this DataConverter converter, IReadOnlyCollection<object?> values) =>
        new() { Payloads_ = { await converter.ToPayloadsAsync(values) } };
}
