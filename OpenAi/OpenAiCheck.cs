using System.ClientModel;
using TemporalVideo.OpenAi.Calls;

namespace TemporalVideo.OpenAi;

/// <summary>What was found of a service.</summary>
/// <param name="IsReached">Whether it answers and takes the key.</param>
/// <param name="Missing">The models that it does not list.</param>
/// <param name="Text">What was found, or what to do.</param>
public sealed record OpenAiState(bool IsReached, IReadOnlyList<string> Missing, string Text);

/// <summary>Looks whether a service answers, takes the key and has the models: it asks for their list, which costs nothing.</summary>
public static class OpenAiCheck
{
    private const int LongestSeconds = 15;

    /// <summary>Asks.</summary>
    /// <param name="options">How the service is reached.</param>
    /// <param name="models">The models that are to be used.</param>
    /// <param name="cancellationToken">Stops the check.</param>
    public static async Task<OpenAiState> RunAsync(
        OpenAiOptions options, IReadOnlyCollection<string> models, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.TimeoutSeconds = Math.Min(options.TimeoutSeconds, LongestSeconds);
        var place = $"{options.Name} at {options.BaseUrl.Authority}";
        try
        {
            var listed = (await OpenAiService.ClientOf(options).GetOpenAIModelClient().GetModelsAsync(cancellationToken)).Value;
            var missing = models.Where(model => !listed.Any(known => Names(known.Id, model))).ToList();
            return new OpenAiState(true, missing, $"{place} has {string.Join(", ", models.Except(missing))}");
        }
        catch (ClientResultException answer) when (answer.Status is 403 or 404 or 405)
        {
            // A key may be good for calls and not for the list; not every compatible server has one.
            return new OpenAiState(true, [], $"{place} answers; it does not say which models it has ({answer.Status})");
        }
        catch (Exception failure) when (new CallFailures(options, TimeProvider.System).Of(failure, cancellationToken) is { } known)
        {
            return new OpenAiState(false, [], known.Message);
        }
    }

    /// <summary>Ollama lists <c>llama3.2:latest</c> for what is asked for as <c>llama3.2</c>.</summary>
    private static bool Names(string listed, string model) => listed == model || listed == $"{model}:latest";
}
