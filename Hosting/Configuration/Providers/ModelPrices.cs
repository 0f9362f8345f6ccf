namespace TemporalVideo.Hosting.Configuration.Providers;

/// <summary>Prices by model, from the section <c>models</c> of <c>config/prices.yaml</c>.</summary>
internal sealed class ModelPrices
{
    private readonly Dictionary<string, Dictionary<string, decimal>> _models = [];

    /// <summary>Reads the section; each price needs the date that it is of.</summary>
    public static ModelPrices Read(YamlSection section, List<string> faults)
    {
        var prices = new ModelPrices();
        foreach (var model in section.Keys)
        {
            var entry = section.Section(model);
            var date = entry.Text("date", "");
            if (!DateOnly.TryParseExact(date, "yyyy-MM-dd", out _))
            {
                faults.Add($"config/prices.yaml: models.{model}.date: expected the day that the prices are of, such as 2025-10-01");
            }

            prices._models[model] = entry.Keys.Where(key => key != "date").ToDictionary(key => key, key => entry.Money(key, 0));
        }

        return prices;
    }

    /// <summary>A price; null when there is none.</summary>
    public decimal? Find(string model, string unit) =>
        _models.TryGetValue(model, out var units) && units.TryGetValue(unit, out var price) ? price : null;
}
