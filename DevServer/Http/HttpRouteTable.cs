namespace TemporalVideo.DevServer.Http;

/// <summary>Finds the RPC for a method and path.</summary>
internal sealed class HttpRouteTable(IEnumerable<HttpRoute> routes)
{
    private readonly Dictionary<(string Verb, int Length), HttpRoute[]> _routes = routes
        .GroupBy(route => (route.Verb, route.Template.Length))
        .ToDictionary(group => group.Key, group => group.OrderBy(route => route.Template.Precedence, StringComparer.Ordinal).ToArray());

    /// <summary>The route and the values of its path, or null.</summary>
    public (HttpRoute Route, Dictionary<string, string> Values)? Find(string verb, string[] path)
    {
        foreach (var route in _routes.GetValueOrDefault((verb, path.Length), []))
        {
            if (route.Template.Match(path) is { } values)
            {
                return (route, values);
            }
        }

        return null;
    }
}
