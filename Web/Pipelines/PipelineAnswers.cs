using TemporalVideo.Storage.Records.Jobs;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Web.Pipelines;

/// <summary>A pipeline as it is ordered.</summary>
/// <param name="Template">Name of its template (GET /api/pipeline-templates).</param>
/// <param name="Prompt">What you ask for; every job finds it.</param>
/// <param name="Parameters">Values of the template's parameters, by name.</param>
/// <param name="Id">Its id; default from template and time.</param>
internal sealed record PipelineOrderRequest(
    string? Template, string? Prompt = null, IReadOnlyDictionary<string, string>? Parameters = null, string? Id = null);

/// <summary>What is run again.</summary>
/// <param name="From">From this job on; none: all that did not complete, and with other values all.</param>
/// <param name="Parameters">Other values of parameters, by name; those that are not named stay.</param>
internal sealed record RerunRequest(string? From = null, IReadOnlyDictionary<string, string>? Parameters = null);

/// <summary>A person's word on a job that waits for it.</summary>
/// <param name="Job">The job.</param>
/// <param name="Approves">Whether it may go on.</param>
/// <param name="Comment">What else there is to say.</param>
internal sealed record ApprovalRequest(string? Job, bool Approves, string? Comment = null);

/// <summary>A pipeline that runs.</summary>
/// <param name="PipelineId">Which.</param>
/// <param name="UserId">Whose.</param>
/// <param name="Resumed">Whether it ran already.</param>
internal sealed record StartedPipeline(string PipelineId, string UserId, bool Resumed);

/// <summary>A page of the list.</summary>
/// <param name="Pipelines">Newest first.</param>
/// <param name="Next">The address of the next page; null on the last.</param>
internal sealed record PipelinePage(IReadOnlyList<PipelineItem> Pipelines, string? Next);

/// <summary>A pipeline in the list.</summary>
internal sealed record PipelineItem(
    string PipelineId, string UserId, string Template, string State, string? Error, string Prompt, int Round, DateTime CreatedAt,
    DateTime? CompletedAt)
{
    public static PipelineItem Of(PipelineRow row) => new(
        row.Id, row.UserId, row.Template, row.State, row.Error, row.OriginalPrompt, row.Round, row.CreatedAt, row.CompletedAt);
}

/// <summary>Where a pipeline stands.</summary>
/// <param name="PipelineId">Which.</param>
/// <param name="Template">Name of its template.</param>
/// <param name="Outcome">How far it has come.</param>
/// <param name="Counts">How many jobs are in each state; a state without jobs is not there.</param>
/// <param name="Jobs">Where they stand.</param>
internal sealed record PipelineStatus(
    string PipelineId, string Template, PipelineOutcome Outcome, IReadOnlyDictionary<string, int> Counts, IReadOnlyList<JobProgress> Jobs)
{
    public static PipelineStatus Of(JobPipelineState state) => new(
        state.Pipeline.SessionId, state.Template, state.Outcome,
        state.Jobs.GroupBy(job => job.State).OrderBy(same => same.Key).ToDictionary(same => $"{same.Key}", same => same.Count()),
        state.Jobs);
}

/// <summary>A pipeline with all that is known of it.</summary>
/// <param name="Status">Where it stands.</param>
/// <param name="Nodes">Its jobs and what they need of each other.</param>
/// <param name="Prompt">What was asked for; null until its rows are written.</param>
/// <param name="Parameters">Values of its parameters, JSON; null until its rows are written.</param>
/// <param name="Error">Why it failed.</param>
/// <param name="Artifacts">What the jobs left.</param>
/// <param name="RunUrl">The run in the Temporal Web UI; null where there is none.</param>
internal sealed record PipelineAnswer(
    PipelineStatus Status, IReadOnlyList<JobNode> Nodes, string? Prompt, string? Parameters, string? Error,
    IReadOnlyList<ArtifactAnswer> Artifacts, string? RunUrl);

/// <summary>A file that an attempt left.</summary>
/// <param name="Job">The job.</param>
/// <param name="Attempt">Its attempt.</param>
/// <param name="Path">Its path in the workspace.</param>
/// <param name="Type"><c>file</c>, <c>model_output</c> or <c>error_context</c>.</param>
/// <param name="Sha256">Hash of its content.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="UsedBy">The jobs that found it.</param>
internal sealed record ArtifactAnswer(
    string Job, int Attempt, string Path, string Type, string Sha256, long Bytes, IReadOnlyList<string> UsedBy);
