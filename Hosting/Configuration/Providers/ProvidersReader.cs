using System.Globalization;
using TemporalVideo.Hosting.Configuration.Binding;
using TemporalVideo.Studio.Providers;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Hosting.Configuration.Providers;

/// <summary>Reads <c>config/providers.yaml</c>, and finds out who of the preferred providers can be used here.</summary>
internal sealed class ProvidersReader(string root, Func<string, string?> environment, ModelPrices prices, List<string> faults)
{
    private const string Yaml = "config/providers.yaml";
    private const string Offline = "offline";
    private const string Variable = "TEMPORAL_VIDEO_SERVICES";

    private readonly Dictionary<string, ServiceSettings> _services = [];
    private readonly List<ProviderChoice> _choices = [];

    public ProviderSettings Read()
    {
        var (file, yaml) = SettingsBinder.Read<ProviderFile>(root, Yaml, faults);
        yaml.End();
        var enabled = (environment(Variable) ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        faults.AddRange(enabled.Except(file.Services.Keys)
            .Select(name => $"{Variable}: expected services of {Yaml} ({string.Join(", ", file.Services.Keys)}), found '{name}'"));
        var reasons = file.Services.ToDictionary(entry => entry.Key, entry => WhyNot(entry.Key, entry.Value, enabled.Contains(entry.Key)));
        var chat = Usable("chat", file.Chat, reasons, "the planner of this machine", ChatOf);
        var images = Usable("images", file.Images, reasons, "the illustrator of this machine", ImageOf);
        var unpainted = images.Any(model => model.PaintsScenes) ? null : "no service paints the scenes that it would set in motion";
        return new ProviderSettings
        {
            Chat = chat,
            Images = images,
            Clips = Usable(
                "clips", file.Clips, reasons.ToDictionary(entry => entry.Key, entry => entry.Value ?? unpainted),
                "the motion renderer of this machine", ClipOf),
            Speech = Usable("speech", file.Speech, reasons, "the voices of this machine", SpeechOf),
            Services = _services,
            Choices = _choices,
        };
    }

    /// <summary>Why a service is not asked; null when it can be.</summary>
    private string? WhyNot(string name, ServiceEntry entry, bool isEnabled)
    {
        if (!Uri.TryCreate(environment("OPENAI_BASE_URL") is { Length: > 0 } given && name == "openai" ? given : entry.BaseUrl,
            UriKind.Absolute, out var address))
        {
            faults.Add($"{Yaml}: services.{name}.base_url: expected an address, found '{entry.BaseUrl}'");
            return "its address is none";
        }

        if (!entry.Enabled && !isEnabled)
        {
            return $"it is not enabled: services.{name}.enabled in {Yaml}, or {Variable}={name}";
        }

        var key = environment(entry.KeyVariable) is { Length: > 0 } named ? named
            : entry.KeyFile.Length > 0 && File.Exists(Path.GetFullPath(entry.KeyFile, root))
                ? File.ReadAllText(Path.GetFullPath(entry.KeyFile, root)).Trim() : "";
        if (key.Length == 0 && entry.NeedsKey)
        {
            return $"no key: set {entry.KeyVariable}, or services.{name}.key_file in {Yaml}";
        }

        _services[name] = new ServiceSettings(
            address, key.Length > 0 ? new Secret(key) : null, entry.Organisation, entry.Project, entry.TimeoutSeconds,
            entry.StepsPerMinute, entry.CircuitFailures, entry.CircuitSeconds);
        return null;
    }

    private List<TModel> Usable<TEntry, TModel>(
        string capability, Preferences<TEntry> preferences, Dictionary<string, string?> reasons, string offline,
        Func<string, TEntry, TModel?> make)
        where TEntry : IModelEntry
        where TModel : class
    {
        var (usable, passed) = (new List<TModel>(), new List<string>());
        ProviderChoice? choice = null;
        if (preferences.Prefer is not [.., Offline])
        {
            faults.Add($"{Yaml}: {capability}.prefer: expected a list that ends with {Offline}");
        }

        foreach (var name in preferences.Prefer.Where(name => name != Offline))
        {
            if (!preferences.Options.TryGetValue(name, out var entry))
            {
                faults.Add($"{Yaml}: {capability}.prefer: '{name}' has no options; expected {capability}.options.{name}");
            }
            else if (!reasons.TryGetValue(entry.Service, out var reason))
            {
                faults.Add($"{Yaml}: {capability}.options.{name}.service: expected one of {string.Join(", ", reasons.Keys)}, "
                    + $"found '{entry.Service}'");
            }
            else if (make($"{Yaml}: {capability}.options.{name}", entry) is { } model && reason is null)
            {
                usable.Add(model);
                choice ??= new ProviderChoice(capability, name, entry.Model, [.. passed]);
            }
            else
            {
                passed.Add($"{name}: {reason}");
            }
        }

        _choices.Add(choice ?? new ProviderChoice(capability, Offline, offline, passed));
        return usable;
    }

    private ChatModel? ChatOf(string place, ChatEntry entry) =>
        Price(place, entry.Model, "million_input_tokens") is { } input && Price(place, entry.Model, "million_output_tokens") is { } output
            ? new ChatModel(entry.Service, entry.Model, entry.MostTokens, new TokenPrices(input, output)) : null;

    private ImageModel? ImageOf(string place, ImageEntry entry)
    {
        var found = SizesOf(
            place, entry.Sizes, size => Price(place, entry.Model, entry.Quality.Length > 0 ? $"{entry.Quality}_{size}" : size));
        var reference = entry.References > 0 ? prices.Find(entry.Model, "reference") : null;
        if (entry.References > 0 && reference is null)
        {
            faults.Add($"{place}.references: expected 0, as {entry.Model} has no price for pictures that are sent along "
                + $"(config/prices.yaml, models.{entry.Model}.reference), found '{entry.References}'");
        }

        return found.Count == 0 ? null : new ImageModel(
            entry.Service, entry.Model, entry.Quality, found, prices.Find(entry.Model, "million_prompt_tokens") ?? 0,
            prices.Find(entry.Model, "million_image_tokens") ?? 0)
        {
            PaintsScenes = entry.Scenes,
            References = entry.References,
            PerReference = reference,
            ReferenceTokens = prices.Find(entry.Model, "million_reference_tokens") ?? 0,
        };
    }

    private FootageModel? ClipOf(string place, ClipEntry entry)
    {
        var sizes = SizesOf(place, entry.Sizes, size => Price(place, entry.Model, $"second_{size}"));
        var seconds = new List<int>();
        foreach (var text in entry.Seconds)
        {
            if (int.TryParse(text, CultureInfo.InvariantCulture, out var number) && number is > 0 and <= 600)
            {
                seconds.Add(number);
            }
            else
            {
                faults.Add($"{place}.seconds: expected whole numbers from 1 to 600, found '{text}'");
            }
        }

        return sizes.Count == 0 || seconds.Count == 0 ? null : new FootageModel(entry.Service, entry.Model, sizes, seconds);
    }

    private Dictionary<(int Width, int Height), decimal> SizesOf(
        string place, IReadOnlyList<string> sizes, Func<string, decimal?> priceOf)
    {
        var found = new Dictionary<(int, int), decimal>();
        foreach (var size in sizes)
        {
            if (size.Split('x') is not [var wide, var high] || !int.TryParse(wide, out var width) || !int.TryParse(high, out var height))
            {
                faults.Add($"{place}.sizes: expected sizes such as 1536x1024, found '{size}'");
            }
            else if (priceOf(size) is { } price)
            {
                found[(width, height)] = price;
            }
        }

        return found;
    }

    private SpeechModel? SpeechOf(string place, SpeechEntry entry)
    {
        if (entry.Voices.Count == 0)
        {
            faults.Add($"{place}.voices: expected at least one voice");
            return null;
        }

        var character = prices.Find(entry.Model, "character");
        var second = character is null ? Price(place, entry.Model, "second") : 0;
        var heard = entry.Transcription.Length == 0 ? 0 : Price(place, entry.Transcription, "second");
        return new SpeechModel(
            entry.Service, entry.Model, entry.Voices, entry.FollowsSpeed, entry.Transcription, entry.Languages, character ?? 0,
            second ?? 0, heard ?? 0);
    }

    private decimal? Price(string place, string model, string unit)
    {
        var price = prices.Find(model, unit);
        if (price is null)
        {
            faults.Add($"{place}: config/prices.yaml has no price of '{model}' for '{unit}'; expected models.{model}.{unit}");
        }

        return price;
    }
}
