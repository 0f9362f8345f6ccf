using Amazon;
using Amazon.Runtime;
using Amazon.Runtime.CredentialManagement;
using Amazon.S3;

namespace TemporalVideo.Storage.Objects.S3;

/// <summary>Connects to S3 as the options say, and by the AWS SDK's own ways where they say nothing.</summary>
internal static class S3Clients
{
    /// <exception cref="ObjectStoreException">There is no such profile, or no region is known.</exception>
    public static AmazonS3Client Connect(S3ObjectStoreOptions options)
    {
        var config = new AmazonS3Config { ForcePathStyle = options.PathStyle };
        if (options.Region.Length > 0)
        {
            config.RegionEndpoint = RegionEndpoint.GetBySystemName(options.Region);
        }

        if (options.Endpoint.Length > 0)
        {
            config.ServiceURL = options.Endpoint;
            config.AuthenticationRegion = options.Region.Length > 0 ? options.Region : null;
        }

        try
        {
            var client = options.Profile.Length > 0
                ? new AmazonS3Client(ProfileCredentials(options.Profile), config)
                : new AmazonS3Client(config);

            // The SDK finds an address in AWS_ENDPOINT_URL or a profile, too, once the client is there; asked before, it forgets it.
            if (config.ServiceURL is { Length: > 0 })
            {
                // Services like S3 do not all know its newer checksums, which nothing here needs.
                config.RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED;
                config.ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED;
            }

            return client;
        }
        catch (AmazonClientException failure)
        {
            throw new ObjectStoreException(
                $"Cannot connect to S3 for the bucket '{options.Bucket}': {failure.Message} Name profile and region in "
                + "config/worker.yaml (s3), or by AWS_PROFILE and AWS_REGION.", failure);
        }
    }

    private static AWSCredentials ProfileCredentials(string profile) =>
        new CredentialProfileStoreChain().TryGetAWSCredentials(profile, out var credentials)
            ? credentials
            : throw new AmazonClientException($"the AWS configuration files have no usable profile '{profile}'.");
}
