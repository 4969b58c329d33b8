"""What a competent user would write with OpenCV, scikit-image and photutils to measure a scalp photo."""
