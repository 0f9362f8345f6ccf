using Amazon;
using Amazon.Runtime;
using Amazon.Runtime.CredentialManagement;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;

namespace TemporalVideo.Aws.Protocol;

/// <summary>What the AWS SDK has to know of a service that it has no package for.</summary>
internal sealed class AwsClientConfig : ClientConfig
{
    private readonly string _prefix;

    /// <param name="options">Region and endpoint.</param>
    /// <param name="prefix">First part of the service's host name, and its name in signatures.</param>
    public AwsClientConfig(AwsOptions options, string prefix)
        : base(new DefaultConfigurationProvider(Enum.GetValues<DefaultConfigurationMode>().Select(Defaults)))
    {
        _prefix = prefix;
        EndpointProvider = new ByConfig(this);
        AuthenticationServiceName = prefix;
        if (options.Region.Length > 0)
        {
            RegionEndpoint = RegionEndpoint.GetBySystemName(options.Region);
        }
        else if (options.Profile.Length > 0 && new CredentialProfileStoreChain().TryGetProfile(options.Profile, out var profile)
            && profile.Region is { } region)
        {
            RegionEndpoint = region;
        }

        if (options.Endpoint.Length > 0)
        {
            var region = RegionEndpoint?.SystemName;
            ServiceURL = options.Endpoint;
            AuthenticationRegion = region ?? "us-east-1";
        }
    }

    public override string ServiceVersion => "2014-03-28";

    public override string UserAgent => "TemporalVideo";

    public override string RegionEndpointServiceName => _prefix;

    /// <summary>Where requests go: the configured address, else the service's host in the region.</summary>
    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) => new(
        !string.IsNullOrEmpty(ServiceURL) ? ServiceURL
        : RegionEndpoint is { } region ? $"https://{_prefix}.{region.SystemName}.{region.PartitionDnsSuffix}"
        : throw new AmazonClientException($"No AWS region is known for {_prefix}: name one in config/worker.yaml (aws.region), in the "
            + "profile, or by AWS_REGION."));

    private static DefaultConfiguration Defaults(DefaultConfigurationMode mode) =>
        new() { Name = mode, RetryMode = RequestRetryMode.Standard };

    private sealed class ByConfig(AwsClientConfig config) : IEndpointProvider
    {
        public Endpoint ResolveEndpoint(EndpointParameters parameters) => config.DetermineServiceOperationEndpoint(null!);
    }
}
