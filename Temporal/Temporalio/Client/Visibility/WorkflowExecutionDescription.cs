using Temporalio.Api.WorkflowService.V1;
using Temporalio.Converters;

namespace Temporalio.Client;

/// <summary>A workflow as a description shows it.</summary>
public class WorkflowExecutionDescription : WorkflowExecution
{
    private WorkflowExecutionDescription(
        DescribeWorkflowExecutionResponse rawDescription, DataConverter dataConverter, string? staticSummary, string? staticDetails)
        : base(rawDescription.WorkflowExecutionInfo, dataConverter)
    {
        RawDescription = rawDescription;
        StaticSummary = staticSummary;
        StaticDetails = staticDetails;
    }

    /// <summary>One line about the workflow, given at its start.</summary>
    public string? StaticSummary { get; }

    /// <summary>Text about the workflow, given at its start.</summary>
    public string? StaticDetails { get; }

    /// <summary>All that the server told, pending activities and children among it.</summary>
    internal DescribeWorkflowExecutionResponse RawDescription { get; }

    internal static async Task<WorkflowExecutionDescription> FromProtoAsync(
        DescribeWorkflowExecutionResponse rawDescription, DataConverter dataConverter)
    {
        var (summary, details) = await dataConverter.FromUserMetadataAsync(rawDescription.ExecutionConfig?.UserMetadata).ConfigureAwait(false);
        return new WorkflowExecutionDescription(rawDescription, dataConverter, summary, details);
    }
}
