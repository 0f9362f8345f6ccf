using Temporalio.Activities;
using Temporalio.Exceptions;

namespace TemporalVideo.Conformance.Tests.WebUi.Sample;

/// <summary>Work of the studio.</summary>
public static class StudioActivities
{
    [Activity("prepare")]
    public static string Prepare(string title) => $"the set of {title}";

    [Activity("light")]
    public static string Light() => "bright";

    /// <summary>Goes on until it is cancelled.</summary>
    [Activity("film")]
    public static async Task FilmAsync(string camera)
    {
        ActivityExecutionContext.Current.Heartbeat($"{camera} films");
        await Task.Delay(Timeout.Infinite, ActivityExecutionContext.Current.CancellationToken);
    }

    /// <summary>Fails every time.</summary>
    [Activity("jam")]
    public static void Jam(string camera) => throw new ApplicationFailureException($"the {camera} camera jammed", "CameraJam");
}
