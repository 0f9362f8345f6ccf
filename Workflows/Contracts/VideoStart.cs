using Temporalio.Common;

namespace TemporalVideo.Workflows.Contracts;

/// <summary>What the run of a session is started with, so that it is found and understood in the Web UI.</summary>
public static class VideoStart
{
    /// <summary>What it is, in words.</summary>
    /// <param name="order">The order.</param>
    public static string SummaryOf(VideoInput order) => $"Video: {TopicOf(order)}";

    /// <summary>What is kept beside it.</summary>
    /// <param name="order">The order.</param>
    public static IReadOnlyDictionary<string, object> MemoOf(VideoInput order)
    {
        ArgumentNullException.ThrowIfNull(order);
        return new Dictionary<string, object>
        {
            ["topic"] = TopicOf(order),
            ["seconds"] = order.TargetSeconds ?? 0,
            ["interactive"] = order.Interactive,
        };
    }

    /// <summary>What it is found by.</summary>
    /// <param name="session">The session.</param>
    public static SearchAttributeCollection AttributesOf(SessionKey session)
    {
        ArgumentNullException.ThrowIfNull(session);
        return new SearchAttributeCollection.Builder()
            .Set(VideoSearchAttributes.User, session.UserId)
            .Set(VideoSearchAttributes.Session, session.SessionId)
            .Set(VideoSearchAttributes.Stage, VideoStage.Opening.ToString())
            .Set(VideoSearchAttributes.Outcome, VideoOutcome.Running.ToString())
            .ToSearchAttributeCollection();
    }

    private static string TopicOf(VideoInput order) => order.Topic ?? order.Session.SessionId;
}
