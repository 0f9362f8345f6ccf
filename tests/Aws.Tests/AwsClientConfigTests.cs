using TemporalVideo.Aws.Protocol;

namespace TemporalVideo.Aws.Tests;

public sealed class AwsClientConfigTests : IDisposable
{
    private const string Variable = "AWS_ENDPOINT_URL_CLOUDWATCH_LOGS";

    public void Dispose() => Environment.SetEnvironmentVariable(Variable, null);

    [Theory]
    [InlineData("eu-west-1", null, "", "https://logs.eu-west-1.amazonaws.com/", "eu-west-1")]
    [InlineData("eu-west-1", "http://127.0.0.1:5000", "", "http://127.0.0.1:5000/", "eu-west-1")]
    [InlineData("eu-west-1", "http://127.0.0.1:5000", "http://127.0.0.1:6000", "http://127.0.0.1:6000/", "eu-west-1")]
    [InlineData("", "http://127.0.0.1:5000", "", "http://127.0.0.1:5000/", "us-east-1")]
    public void Endpoint_OfOptionsEnvironmentOrRegion_IsTheNearest(
        string region, string? variable, string endpoint, string expected, string signed)
    {
        Environment.SetEnvironmentVariable(Variable, variable);

        var config = new AwsClientConfig(
            new AwsOptions { Profile = "", Region = region }, new AwsService("logs", "CloudWatch Logs") { Endpoint = endpoint });

        new Uri(config.DetermineServiceOperationEndpoint(null!).URL).AbsoluteUri.Should().Be(expected);
        config.AuthenticationRegion.Should().Be(signed);
    }
}
