using Temporalio.Api.Enums.V1;
using static Temporalio.Api.Enums.V1.IndexedValueType;

namespace TemporalVideo.DevServer.Attributes;

/// <summary>The search attributes that every namespace has.</summary>
internal static class SystemSearchAttributes
{
    /// <summary>Kept by the server about each run; nobody else sets them.</summary>
    public static readonly IReadOnlyDictionary<string, IndexedValueType> Reserved = new Dictionary<string, IndexedValueType>
    {
        ["WorkflowId"] = Keyword,
        ["RunId"] = Keyword,
        ["WorkflowType"] = Keyword,
        ["ExecutionStatus"] = Keyword,
        ["TaskQueue"] = Keyword,
        ["StartTime"] = Datetime,
        ["ExecutionTime"] = Datetime,
        ["CloseTime"] = Datetime,
        ["ExecutionDuration"] = Int,
        ["HistoryLength"] = Int,
        ["HistorySizeBytes"] = Int,
        ["StateTransitionCount"] = Int,
        ["ParentWorkflowId"] = Keyword,
        ["ParentRunId"] = Keyword,
        ["RootWorkflowId"] = Keyword,
        ["RootRunId"] = Keyword,
    };

    /// <summary>Known to every namespace, but set by SDKs, schedules and batch jobs like custom ones.</summary>
    public static readonly IReadOnlyDictionary<string, IndexedValueType> Predefined = new Dictionary<string, IndexedValueType>
    {
        ["BatcherNamespace"] = Keyword,
        ["BatcherUser"] = Keyword,
        ["BinaryChecksums"] = KeywordList,
        ["BuildIds"] = KeywordList,
        ["TemporalChangeVersion"] = KeywordList,
        ["TemporalNamespaceDivision"] = Keyword,
        ["TemporalPauseInfo"] = KeywordList,
        ["TemporalScheduledById"] = Keyword,
        ["TemporalScheduledStartTime"] = Datetime,
        ["TemporalSchedulePaused"] = Bool,
        ["TemporalWorkerDeployment"] = Keyword,
        ["TemporalWorkerDeploymentVersion"] = Keyword,
        ["TemporalWorkflowVersioningBehavior"] = Keyword,
    };

    /// <summary>All of them.</summary>
    public static readonly IReadOnlyDictionary<string, IndexedValueType> All =
        Reserved.Concat(Predefined).ToDictionary(pair => pair.Key, pair => pair.Value);
}
