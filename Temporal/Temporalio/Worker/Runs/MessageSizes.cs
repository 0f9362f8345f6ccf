namespace Temporalio.Worker.Runs;

/// <summary>Sizes of messages that servers take.</summary>
internal static class MessageSizes
{
    /// <summary>Largest message of a Temporal server by default, in bytes.</summary>
    public const int Limit = 4 * 1024 * 1024;
}
