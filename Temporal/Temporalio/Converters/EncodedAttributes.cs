using System.Text.Json;
using Temporalio.Api.Failure.V1;

namespace Temporalio.Converters;

/// <summary>Moves message and stack trace of failures into a payload, and back.</summary>
internal static class EncodedAttributes
{
    private const string HiddenMessage = "Encoded failure";

    /// <summary>Hides message and stack trace in a failure and its causes, in place.</summary>
    public static void Hide(Failure failure, IPayloadConverter converter)
    {
        for (var current = failure; current != null; current = current.Cause)
        {
            if (current.EncodedAttributes == null || current.Message != HiddenMessage)
            {
                current.EncodedAttributes = converter.ToPayload(
                    new Dictionary<string, string> { ["message"] = current.Message, ["stack_trace"] = current.StackTrace });
                current.Message = HiddenMessage;
                current.StackTrace = string.Empty;
            }
        }
    }

    /// <summary>The failure with its message and stack trace, a copy if they were hidden. Attributes of a foreign form stay hidden.</summary>
    public static Failure Reveal(Failure failure, IPayloadConverter converter)
    {
        if (failure.EncodedAttributes == null)
        {
            return failure;
        }

        try
        {
            var attributes = converter.ToValue<Dictionary<string, string>>(failure.EncodedAttributes);
            if (!attributes.TryGetValue("message", out var message))
            {
                return failure;
            }

            var revealed = failure.Clone();
            revealed.Message = message;
            revealed.StackTrace = attributes.GetValueOrDefault("stack_trace", string.Empty);
            return revealed;
        }
        catch (Exception e) when (e is ArgumentException or JsonException)
        {
            return failure;
        }
    }
}
