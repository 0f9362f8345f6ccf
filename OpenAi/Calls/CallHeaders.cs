using System.ClientModel.Primitives;

namespace TemporalVideo.OpenAi.Calls;

/// <summary>
/// Tells the service the key of a paid call, as <c>X-Client-Request-Id</c> (OpenAI's name for calls among its logs) and as
/// <c>Idempotency-Key</c>, for compatible services that make the same call once.
/// </summary>
internal sealed class CallHeaders : PipelinePolicy
{
    private static readonly AsyncLocal<string?> Current = new();

    /// <summary>The key of the call that is being made; null outside one.</summary>
    public static string? Key
    {
        get => Current.Value;
        set => Current.Value = value;
    }

    public override void Process(PipelineMessage message, IReadOnlyList<PipelinePolicy> pipeline, int currentIndex)
    {
        Mark(message);
        ProcessNext(message, pipeline, currentIndex);
    }

    public override ValueTask ProcessAsync(PipelineMessage message, IReadOnlyList<PipelinePolicy> pipeline, int currentIndex)
    {
        Mark(message);
        return ProcessNextAsync(message, pipeline, currentIndex);
    }

    private static void Mark(PipelineMessage message)
    {
        if (Key is { } key)
        {
            message.Request.Headers.Set("X-Client-Request-Id", key);
            message.Request.Headers.Set("Idempotency-Key", key);
        }
    }
}
