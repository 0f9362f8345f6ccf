using Temporalio.Api.WorkflowService.V1;
using Temporalio.Common;

namespace Temporalio.Client;

/// <summary>A number of workflows.</summary>
public class WorkflowExecutionCount
{
    internal WorkflowExecutionCount(CountWorkflowExecutionsResponse raw)
    {
        Count = raw.Count;
        Groups = raw.Groups.Select(group => new AggregationGroup(group)).ToArray();
    }

    /// <summary>How many there are, about.</summary>
    public long Count { get; }

    /// <summary>The groups of a query with <c>GROUP BY</c>; else none.</summary>
    public IReadOnlyCollection<AggregationGroup> Groups { get; }

    /// <summary>The number of workflows of one group.</summary>
    public class AggregationGroup
    {
        internal AggregationGroup(CountWorkflowExecutionsResponse.Types.AggregationGroup raw)
        {
            Count = raw.Count;
            GroupValues = raw.GroupValues.Select(payload => SearchAttributePayload.Decode(payload)?.Value).OfType<object>().ToArray();
        }

        /// <summary>How many there are, about.</summary>
        public long Count { get; }

        /// <summary>The values that the group has in common.</summary>
        public IReadOnlyCollection<object> GroupValues { get; }
    }
}
