using Amazon;
using Amazon.Runtime;
using Amazon.Runtime.CredentialManagement;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;

namespace TemporalVideo.Aws.Protocol;

/// <summary>What the AWS SDK has to know of a service that it has no package for.</summary>
internal sealed class AwsClientConfig : ClientConfig
{
    private readonly AwsService _service;

    /// <param name="options">Region and profile.</param>
    /// <param name="service">The service.</param>
    public AwsClientConfig(AwsOptions options, AwsService service)
        : base(new DefaultConfigurationProvider(Enum.GetValues<DefaultConfigurationMode>().Select(Defaults)))
    {
        _service = service;
        ServiceId = service.Id;
        EndpointProvider = new ByConfig(this);
        AuthenticationServiceName = service.Prefix;
        var region = RegionOf(options) ?? RegionEndpoint;
        if (region is not null)
        {
            RegionEndpoint = region;
            AuthenticationRegion = service.IsGlobal ? Global(region).Signed : region.SystemName;
        }

        var address = service.Endpoint.Length > 0 ? service.Endpoint : ServiceURL;
        if (!string.IsNullOrEmpty(address))
        {
            ServiceURL = address;
            AuthenticationRegion = region is null ? "us-east-1" : service.IsGlobal ? Global(region).Signed : region.SystemName;
        }
    }

    public override string ServiceVersion => "1";

    public override string UserAgent => "TemporalVideo";

    public override string RegionEndpointServiceName => _service.Prefix;

    /// <summary>Where requests go: the configured address, else the service's host in the region.</summary>
    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) => new(
        !string.IsNullOrEmpty(ServiceURL) ? ServiceURL
        : RegionEndpoint is not { } region
            ? throw new AmazonClientException(
                $"No AWS region is known for {_service.Prefix}: name one in config/worker.yaml (aws.region), in the profile, or by "
                    + "AWS_REGION.")
        : $"https://{_service.Prefix}{(_service.IsGlobal ? Global(region).Host : $".{region.SystemName}")}.{region.PartitionDnsSuffix}");

    /// <summary>The region of the options or of their profile; null when they name none.</summary>
    internal static RegionEndpoint? RegionOf(AwsOptions options) =>
        options.Region.Length > 0 ? RegionEndpoint.GetBySystemName(options.Region)
        : options.Profile.Length > 0 && new CredentialProfileStoreChain().TryGetProfile(options.Profile, out var profile) ? profile.Region
        : null;

    /// <summary>Where a global service lives in the partition of a region, and which region signs for it (endpoints of IAM).</summary>
    private static (string Host, string Signed) Global(RegionEndpoint region) => region.PartitionName switch
    {
        "aws-cn" => (".cn-north-1", "cn-north-1"),
        "aws-us-gov" => (".us-gov", "us-gov-west-1"),
        _ => ("", "us-east-1"),
    };

    private static DefaultConfiguration Defaults(DefaultConfigurationMode mode) =>
        new() { Name = mode, RetryMode = RequestRetryMode.Standard };

    private sealed class ByConfig(AwsClientConfig config) : IEndpointProvider
    {
        public Endpoint ResolveEndpoint(EndpointParameters parameters) => config.DetermineServiceOperationEndpoint(null!);
    }
}
