using Temporalio.Activities;
using Temporalio.Exceptions;

namespace TemporalVideo.Conformance.Tests.Cli;

/// <summary>Activities of the sample workflows.</summary>
public static class SampleActivities
{
    [Activity("echo")]
    public static string Echo(string text) => text;

    [Activity("fail")]
    public static void Fail() => throw new ApplicationFailureException("boom", nonRetryable: true);
}
