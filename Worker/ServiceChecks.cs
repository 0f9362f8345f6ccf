using TemporalVideo.Hosting.Configuration.Providers;
using TemporalVideo.OpenAi;

namespace TemporalVideo.Worker;

/// <summary>Looks whether the services that are enabled can be asked; no call of it costs anything.</summary>
public static class ServiceChecks
{
    /// <summary>Asks each service.</summary>
    /// <param name="settings">The services and their models.</param>
    /// <param name="cancellationToken">Stops the check.</param>
    /// <returns>For each: whether it answers and takes the key, whether it lists all models, and what was found or is to be done.</returns>
    public static async Task<IReadOnlyList<(bool IsReached, bool IsComplete, string Text)>> RunAsync(
        ProviderSettings settings, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return await Task.WhenAll(settings.Services.Select(async service =>
        {
            var state = await OpenAiCheck.RunAsync(
                ServiceAccess.OptionsOf(service.Key, service.Value), ModelsOf(settings, service.Key), cancellationToken);
            return state.Missing.Count == 0 ? (state.IsReached, true, state.Text) : (state.IsReached, false,
                $"{service.Key} does not list {string.Join(", ", state.Missing)}: name models that it has in config/providers.yaml, or "
                    + "take it out of 'prefer' of what it does not make");
        }));
    }

    private static List<string> ModelsOf(ProviderSettings settings, string service) =>
    [
        .. settings.Chat.Where(model => model.Service == service).Select(model => model.Model)
            .Concat(settings.Images.Where(model => model.Service == service).Select(model => model.Model))
            .Concat(settings.Clips.Where(model => model.Service == service).Select(model => model.Model))
            .Concat(settings.Speech.Where(model => model.Service == service)
                .SelectMany(model => new[] { model.Model, model.Transcription }))
            .Where(model => model.Length > 0).Distinct(),
    ];
}
