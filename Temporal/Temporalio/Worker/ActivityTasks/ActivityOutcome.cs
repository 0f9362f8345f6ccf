using Temporalio.Api.Common.V1;
using Temporalio.Api.Failure.V1;

namespace Temporalio.Worker.ActivityTasks;

/// <summary>What an attempt of an activity has come to. Payloads are encoded by the codec.</summary>
internal abstract record ActivityOutcome
{
    /// <summary>It succeeded; without a payload it has no result.</summary>
    public sealed record Completed(Payload? Result) : ActivityOutcome;

    /// <summary>It failed.</summary>
    public sealed record Failed(Failure Failure) : ActivityOutcome;

    /// <summary>It stopped because it was asked to.</summary>
    public sealed record Canceled(Failure Failure) : ActivityOutcome;

    /// <summary>It reports later, from elsewhere.</summary>
    public sealed record CompletesLater : ActivityOutcome;
}
